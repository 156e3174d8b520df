# SPDX-License-Identifier: Apache-2.0
# tries: a rule that is another one when it runs
# expect: failed | completed
import time
from sextant import rule, P, fire


@rule(id="hostile", every="1m", needs=["metrics:read:*"] if time.time() > 0 else ["metrics:read:m"])
def evaluate(ctx, border=P.number(1) if time.time() == 0 else 7):
    for row in ctx.data.metric("other.metric").last("5m"):
        yield fire(row)
