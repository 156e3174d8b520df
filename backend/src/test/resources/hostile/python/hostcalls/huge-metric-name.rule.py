# SPDX-License-Identifier: Apache-2.0
# tries: the name of a metric of fifty megabytes
# expect: failed | limit memory|wallTime|cpuTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    data.metric("m" + "x" * (5 * 10 ** 7)).last("5m").count()
