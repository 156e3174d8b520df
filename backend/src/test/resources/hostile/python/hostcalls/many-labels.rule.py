# SPDX-License-Identifier: Apache-2.0
# tries: to group by ten thousand labels
# expect: failed | completed | limit memory|wallTime|cpuTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    log(str(data.metric("m").last("5m").by(*[f"l{index}" for index in range(10000)]).count()))
