# SPDX-License-Identifier: Apache-2.0
# tries: the SDK's own check, patched away
# expect: failed | completed
# never: vault
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import sextant
    names = getattr(fire, "__globals__", {})
    for name in list(names):
        if "cover" in name or "need" in name:
            names[name] = lambda *given, **named: True
    log(str(list(data.metric("victim.secret").last("1h"))))
