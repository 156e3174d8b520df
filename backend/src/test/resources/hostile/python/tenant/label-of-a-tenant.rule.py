# SPDX-License-Identifier: Apache-2.0
# tries: the victim by a label that might select tenants
# expect: completed | failed
# never: vault
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    for label in ("tenant", "tenant_id", "__tenant__", "__name__"):
        log(label, data.metric("m").where(**{label: "victim"}).last("5m").count())
