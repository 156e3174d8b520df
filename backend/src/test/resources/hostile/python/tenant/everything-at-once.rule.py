# SPDX-License-Identifier: Apache-2.0
# tries: every name that might hold a secret, and what the errors suggest
# expect: completed | failed
# never: vault-7391
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:*"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    for name in ("victim.secre", "victim.secrets", "victim", "secret", "vault"):
        try:
            log(len(list(data.metric(name).last("1h"))))
        except Exception as error:
            log(str(error).replace(name, ""))
