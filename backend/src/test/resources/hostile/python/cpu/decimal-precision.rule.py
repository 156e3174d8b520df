# SPDX-License-Identifier: Apache-2.0
# tries: decimals of a million digits
# expect: limit wallTime|cpuTime|memory | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import decimal
    decimal.getcontext().prec = 10 ** 6
    log(str(decimal.Decimal(2).sqrt() * decimal.Decimal(3).exp())[:10])
