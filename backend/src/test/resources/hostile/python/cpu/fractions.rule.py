# SPDX-License-Identifier: Apache-2.0
# tries: fractions that double their digits
# expect: limit wallTime|cpuTime|memory | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import fractions
    one = fractions.Fraction(3, 7)
    while True:
        one = one * one
