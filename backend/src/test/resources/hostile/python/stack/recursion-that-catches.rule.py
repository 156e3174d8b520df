# SPDX-License-Identifier: Apache-2.0
# tries: recursion that goes on whenever the stack is used up
# expect: failed | completed | limit wallTime|cpuTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    def deep():
        try:
            deep()
        except RecursionError:
            deep()
    deep()
