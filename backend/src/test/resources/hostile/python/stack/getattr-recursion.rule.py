# SPDX-License-Identifier: Apache-2.0
# tries: an attribute that asks for itself
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Echo:
        def __getattr__(self, name):
            return getattr(self, name)
    log(Echo().x)
