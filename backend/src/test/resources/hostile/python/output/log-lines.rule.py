# SPDX-License-Identifier: Apache-2.0
# tries: a hundred thousand lines of log
# expect: completed | limit wallTime|cpuTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    for index in range(100000):
        log(f"line {index}")
