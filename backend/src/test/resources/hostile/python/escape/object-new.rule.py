# SPDX-License-Identifier: Apache-2.0
# tries: objects of the SDK made without their constructor
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    frame = object.__new__(type(data.metric("m")))
    log(str(frame.last("5m")))
