# SPDX-License-Identifier: Apache-2.0
# tries: an iterator in an iterator a hundred thousand times
# expect: failed | completed | limit wallTime|cpuTime|memory
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    one = iter([1])
    for _ in range(100000):
        one = map(abs, one)
    log(next(one))
