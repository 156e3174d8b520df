# SPDX-License-Identifier: Apache-2.0
# tries: halves of characters in a plan
# expect: failed | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    log(data.metric("m").where(host="\udfff" * 1000).last("5m").count())
