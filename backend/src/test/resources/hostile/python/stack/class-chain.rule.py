# SPDX-License-Identifier: Apache-2.0
# tries: classes that extend each other ten thousand deep
# expect: failed | completed | limit wallTime|cpuTime|memory
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    Last = object
    for index in range(10000):
        Last = type("C", (Last,), {})
    log(len(Last.__mro__))
