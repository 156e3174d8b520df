# SPDX-License-Identifier: Apache-2.0
# tries: capabilities that nobody hands out
# expect: failed
from sextant import rule


@rule(id="hostile", every="1m", needs=["secrets:read:*", "rules:write:*"])
def evaluate(ctx):
    ctx.log(str(ctx.secrets))
