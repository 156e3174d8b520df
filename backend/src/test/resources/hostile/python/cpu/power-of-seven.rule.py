# SPDX-License-Identifier: Apache-2.0
# tries: a power that nothing can interrupt
# expect: limit wallTime|cpuTime|memory | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    log(str(7 ** (10 ** 8) % 10))
