# SPDX-License-Identifier: Apache-2.0
# tries: things left among the loaded modules
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import sys
    log(str(getattr(sys, "left_behind", "clean")))
    sys.left_behind = "left"
    sys.modules["json"] = None
