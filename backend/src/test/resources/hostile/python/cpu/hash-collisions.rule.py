# SPDX-License-Identifier: Apache-2.0
# tries: a hundred thousand keys of one hash
# expect: limit wallTime|cpuTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Same:
        def __hash__(self):
            return 7
        def __eq__(self, other):
            return self is other
    table = {Same(): i for i in range(10 ** 6)}
