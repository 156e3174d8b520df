# SPDX-License-Identifier: Apache-2.0
# tries: one line of log of a hundred megabytes
# expect: completed | limit memory|wallTime|cpuTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    log("x" * 10 ** 8)
