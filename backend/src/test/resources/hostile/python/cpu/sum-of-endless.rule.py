# SPDX-License-Identifier: Apache-2.0
# tries: a sum of an endless iterator
# expect: limit wallTime|cpuTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import itertools
    log(str(sum(itertools.repeat(1))))
