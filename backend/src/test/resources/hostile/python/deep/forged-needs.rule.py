# SPDX-License-Identifier: Apache-2.0
# tries: the needs that the SDK checks, widened while it runs
# expect: failed
# says: needs
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    fire.__globals__["slot"].needs = ("metrics:read:*",)
    log(str(list(data.metric("other.metric").last("5m"))))
