# SPDX-License-Identifier: Apache-2.0
# tries: NaN and infinities as value and score
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    return [fire({"host": "a"}, value=float("nan"), score=float("inf"))]
