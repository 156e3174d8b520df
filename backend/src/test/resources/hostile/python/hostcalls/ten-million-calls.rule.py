# SPDX-License-Identifier: Apache-2.0
# tries: ten million host calls
# expect: limit hostCalls
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    for _ in range(10 ** 7):
        data.metric("m").last("5m").count()
