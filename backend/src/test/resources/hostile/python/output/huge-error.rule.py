# SPDX-License-Identifier: Apache-2.0
# tries: an error message of a hundred megabytes
# expect: failed | limit memory|wallTime|cpuTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    raise ValueError("x" * 10 ** 8)
