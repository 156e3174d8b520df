# SPDX-License-Identifier: Apache-2.0
# tries: a condition whose keys never end
# expect: failed | limit wallTime|cpuTime|memory
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Endless(dict):
        def items(self):
            n = 0
            while True:
                n += 1
                yield f"k{n}", "v"

        keys = __iter__ = items


    list(data.metric("m").where(**Endless(a="b")).last("5m"))
    list(data.metric("m").where(Endless(a="b")).last("5m"))
