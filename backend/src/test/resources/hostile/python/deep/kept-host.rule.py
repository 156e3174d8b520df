# SPDX-License-Identifier: Apache-2.0
# tries: the host's functions kept for the next evaluation
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    deep = fire.__globals__
    kept = getattr(deep["Slot"], "kept", None)
    log("first" if kept is None else str(kept("count", '{"op": "select", "metric": "m", "last": "5m"}'))[:80])
    try:
        deep["Slot"].kept = deep["slot"].host
    except Exception as error:
        log(type(error).__name__)
