# SPDX-License-Identifier: Apache-2.0
# tries: the factorial of a million
# expect: limit wallTime|cpuTime|memory | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import math
    log(str(math.factorial(10 ** 6) % 10))
