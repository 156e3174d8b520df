# SPDX-License-Identifier: Apache-2.0
# tries: a metric that only another tenant has
# expect: failed
# never: vault
from sextant import rule


@rule(id="hostile", every="1m", needs=["metrics:read:*"])
def evaluate(ctx):
    ctx.log(str(list(ctx.data.metric("victim.secret").last("1h"))))
