# SPDX-License-Identifier: Apache-2.0
# tries: a parameter whose default answers otherwise every time
# expect: invalid | failed | completed
from sextant import rule, P, fire


class Trap(float):
    def __eq__(self, other):
        while True:
            pass

    __lt__ = __gt__ = lambda self, other: 1 / 0


@rule(id="hostile", every="1m")
def evaluate(ctx, border=P.number(Trap(1.0), min=0, max=Trap(2.0))):
    ctx.log(border)
