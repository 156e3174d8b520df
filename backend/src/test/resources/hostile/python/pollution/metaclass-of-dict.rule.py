# SPDX-License-Identifier: Apache-2.0
# tries: a subclass that answers for dict
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import builtins
    class Liar(dict):
        def __getitem__(self, name):
            return "polluted"
    builtins.dict = Liar
