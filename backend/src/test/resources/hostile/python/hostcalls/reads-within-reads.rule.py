# SPDX-License-Identifier: Apache-2.0
# tries: terminals within terminals, without end
# expect: failed | limit hostCalls|wallTime|cpuTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    def again():
        for row in data.metric("m").last("5m"):
            again()
    again()
