# SPDX-License-Identifier: Apache-2.0
# tries: the name of another tenant's metric, by the suggestion for a near miss
# expect: failed
# never: victim.secret
from sextant import rule


@rule(id="hostile", every="1m", needs=["metrics:read:*"])
def evaluate(ctx):
    ctx.log(str(ctx.data.metric("victim.secre").last("1h").count()))
