# SPDX-License-Identifier: Apache-2.0
# tries: a condition of a million values
# expect: failed | limit memory|wallTime|cpuTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    data.metric("m").last("5m").where(host=[f"h{index}" for index in range(10 ** 6)]).count()
