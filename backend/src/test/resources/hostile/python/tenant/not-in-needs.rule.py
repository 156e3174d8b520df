# SPDX-License-Identifier: Apache-2.0
# tries: a metric of the tenant's own that the header does not name
# expect: failed
# says: needs
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    log(str(list(data.metric("other.metric").last("5m"))))
