# SPDX-License-Identifier: Apache-2.0
# tries: an expression that costs the host its memory
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import re
    data.metric("m").last("5m").where(host=re.compile("((a{1000}){1000}){1000}")).count()
