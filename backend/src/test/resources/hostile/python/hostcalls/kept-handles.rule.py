# SPDX-License-Identifier: Apache-2.0
# tries: handles kept for the next evaluation
# expect: failed
# log: first
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import builtins
    kept = getattr(builtins, "kept", None)
    log("first" if kept is None else str(kept.count()))
