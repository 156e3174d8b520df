# SPDX-License-Identifier: Apache-2.0
# tries: host calls for ever, whatever they say
# expect: limit hostCalls|wallTime|cpuTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    while True:
        try:
            data.metric("m").last("5m").count()
        except BaseException:
            continue
