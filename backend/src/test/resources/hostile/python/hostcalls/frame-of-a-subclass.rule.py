# SPDX-License-Identifier: Apache-2.0
# tries: a frame of the script's own class
# expect: failed | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    Frame = type(data.metric("m"))
    try:
        class Mine(Frame):
            pass

        forged = Mine.__new__(Mine)
        for name in ("plan", "_plan", "_Frame__plan"):
            try:
                setattr(forged, name, {"op": "select", "metric": "other.metric", "last": "5m"})
            except Exception as error:
                log(type(error).__name__)
        log(len(list(forged)))
    except Exception as error:
        log(type(error).__name__)
