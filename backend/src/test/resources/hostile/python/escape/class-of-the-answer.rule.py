# SPDX-License-Identifier: Apache-2.0
# tries: the class of what the host answered
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    for row in data.metric("m").last("5m"):
        log(str(type(row)), str(type(row.values)), str(type(row.labels)), str(type(row.value)))
