# SPDX-License-Identifier: Apache-2.0
# tries: recursion without end
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    def deep(n):
        return deep(n + 1) + 1
    deep(0)
