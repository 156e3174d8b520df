# SPDX-License-Identifier: Apache-2.0
# tries: to log for ever
# expect: limit wallTime|cpuTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    while True:
        log("more")
