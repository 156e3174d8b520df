# SPDX-License-Identifier: Apache-2.0
# tries: host calls while a log line is written
# expect: completed | failed | limit hostCalls
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Line:
        def __str__(self):
            return str(data.metric("m").last("5m").count())


    for _ in range(200):
        log(Line())
