# SPDX-License-Identifier: Apache-2.0
# tries: a handle left in a module of the standard library
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import math
    log("first" if not hasattr(math, "kept") else "kept")
    math.kept = data.metric("m").last("5m")
