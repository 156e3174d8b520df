# SPDX-License-Identifier: Apache-2.0
# tries: the interpreter's limit of recursion taken away
# expect: failed | completed | limit wallTime|cpuTime|memory
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    fire.__globals__["loaded"]["sys"].setrecursionlimit(2 ** 31 - 1)
    def deep(n):
        return deep(n + 1) + 1
    deep(0)
