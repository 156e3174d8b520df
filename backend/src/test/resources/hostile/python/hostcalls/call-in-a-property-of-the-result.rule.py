# SPDX-License-Identifier: Apache-2.0
# tries: host calls while the result is read
# expect: completed | failed | limit hostCalls|wallTime|cpuTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Traps(dict):
        def items(self):
            for _ in range(200):
                data.metric("m").last("5m").count()
            return super().items()


    yield fire(Traps(host="a"))
