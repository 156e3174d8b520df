# SPDX-License-Identifier: Apache-2.0
# tries: a plan that holds itself twice, sixty times over
# expect: limit wallTime|cpuTime|memory | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    frame = data.metric("m").last("5m")
    for _ in range(60):
        frame = frame.plus(frame)
    log(str(frame.count()))
