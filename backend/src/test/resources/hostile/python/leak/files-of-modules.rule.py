# SPDX-License-Identifier: Apache-2.0
# tries: where modules lie
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import json, sextant
    for module in (json, sextant):
        log(str(getattr(module, "__file__", None)), str(getattr(module, "__spec__", None)), str(getattr(module, "__loader__", None)))
