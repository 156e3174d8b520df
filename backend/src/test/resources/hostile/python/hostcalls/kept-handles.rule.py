# SPDX-License-Identifier: Apache-2.0
# tries: handles kept for the next evaluation
# expect: completed
# log: first
# never: counted
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    builtins = fire.__globals__["builtins"]
    kept = getattr(builtins, "kept", None)
    if kept is None:
        builtins.kept = (data.metric("m").last("5m"), fire.__globals__["slot"].host)
        log("first")
    else:
        log("count" + "ed", kept[0].count(), str(kept[1]("count", "{}")))
