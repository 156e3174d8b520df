# SPDX-License-Identifier: Apache-2.0
# tries: deleted builtins
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import builtins
    for name in list(vars(builtins)):
        if name not in ("None", "True", "False", "delattr", "vars", "list"):
            delattr(builtins, name)
