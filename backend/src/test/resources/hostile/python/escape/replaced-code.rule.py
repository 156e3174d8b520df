# SPDX-License-Identifier: Apache-2.0
# tries: to change the code of the SDK's functions
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    def forged(*given, **named):
        return "forged"
    fire.__code__ = forged.__code__
    log(str(fire({"host": "a"})))
