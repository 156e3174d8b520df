# SPDX-License-Identifier: Apache-2.0
# tries: attributes in format strings
# expect: completed | failed
# never: JavaObject
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    log("{0.__globals__}".format(fire)[:300] if hasattr(fire, "__globals__") else "closed")
