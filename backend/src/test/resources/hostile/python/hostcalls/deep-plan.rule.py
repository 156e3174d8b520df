# SPDX-License-Identifier: Apache-2.0
# tries: a plan nested ten thousand deep
# expect: failed | limit wallTime|cpuTime|memory
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    frame = data.metric("m").last("5m")
    for _ in range(10000):
        frame = frame.plus(1)
    log(str(frame.count()))
