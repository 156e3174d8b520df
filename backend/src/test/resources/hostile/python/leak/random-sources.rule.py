# SPDX-License-Identifier: Apache-2.0
# tries: random numbers that no slot gives
# expect: failed | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import random
    log(str(random.SystemRandom().random()))
