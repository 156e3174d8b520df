# SPDX-License-Identifier: Apache-2.0
# tries: a module of the standard library
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import math, statistics
    math.sqrt = lambda n: 7
    statistics.mean = lambda values: 7
    math.polluted = True
