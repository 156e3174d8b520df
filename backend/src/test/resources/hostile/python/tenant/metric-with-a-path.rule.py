# SPDX-License-Identifier: Apache-2.0
# tries: the victim by a name that is a path or a qualified one
# expect: completed | failed
# never: vault
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:*"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    for name in ("victim/m", "../victim/m", "victim:m", "m@victim", "victim.m", "m\x00victim", "m;select"):
        try:
            log(len(list(data.metric(name).last("5m"))))
        except Exception as error:
            log(str(error)[:80].replace("\x00", ""))
