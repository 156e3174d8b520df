# SPDX-License-Identifier: Apache-2.0
# tries: a comparison that never answers
# expect: limit wallTime|cpuTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Endless:
        def __lt__(self, other):
            while True:
                pass
    sorted([Endless(), Endless()])
