# SPDX-License-Identifier: Apache-2.0
# tries: a verdict of ten thousand labels
# expect: failed | limit resultBytes
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    return [fire({f"l{index}": "v" for index in range(10000)})]
