# SPDX-License-Identifier: Apache-2.0
# tries: a shift by a thousand million bits
# expect: limit wallTime|cpuTime|memory | failed | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    log(str(((1 << 10 ** 9) * 3).bit_length()))
