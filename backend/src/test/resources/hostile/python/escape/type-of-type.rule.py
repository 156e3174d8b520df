# SPDX-License-Identifier: Apache-2.0
# tries: classes made at run time from those of the SDK
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    frame = data.metric("m").last("5m")
    Forged = type("Forged", (type(frame),), {"__slots__": ()})
    log(str(Forged.__mro__)[:200])
