# SPDX-License-Identifier: Apache-2.0
# tries: a product of iterators without end
# expect: limit wallTime|cpuTime|memory
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import itertools
    log(str(max(itertools.product(range(1000), repeat=5))))
