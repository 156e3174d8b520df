# SPDX-License-Identifier: Apache-2.0
# tries: numbers of a class that answers otherwise every time
# expect: completed | failed | limit resultBytes
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Number(float):
        def __repr__(self):
            return '7, "kind": "clear"'

        __str__ = __float__ = lambda self: float("nan")


    yield fire({"host": "a"}, value=Number(1.0), score=Number(2.0))
