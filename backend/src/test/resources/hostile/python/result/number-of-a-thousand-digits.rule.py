# SPDX-License-Identifier: Apache-2.0
# tries: a value that no float holds
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    return [fire({"host": "a"}, value=10 ** 1000, score=True)]
