# SPDX-License-Identifier: Apache-2.0
# tries: a text that is six times as long once it is JSON
# expect: failed
# says: plan
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    log(data.metric("m").where(host="\x01" * 60000).last("5m").count())
