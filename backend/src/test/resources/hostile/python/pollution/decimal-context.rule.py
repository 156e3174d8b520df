# SPDX-License-Identifier: Apache-2.0
# tries: the context of decimal arithmetic
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import decimal
    log(str(decimal.getcontext().prec))
    decimal.getcontext().prec = 1
    decimal.setcontext(decimal.Context(prec=2))
