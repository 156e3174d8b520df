# SPDX-License-Identifier: Apache-2.0
# tries: needs that are widened while the rule runs
# expect: failed
# says: needs
import time

from sextant import rule


@rule(id="hostile", every="1m", needs=["metrics:read:*"] if time.time() > 0 else ["metrics:read:m"])
def evaluate(ctx):
    ctx.log(str(list(ctx.data.metric("other.metric").last("5m"))))
