# SPDX-License-Identifier: Apache-2.0
# tries: an iterator whose verdicts change while they are read
# expect: failed | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Liar:
        def __iter__(self):
            return self
        def __next__(self):
            self.__class__ = type("Other", (Liar,), {"__next__": lambda self: 7})
            return fire({"host": "a"})
    return Liar()
