# SPDX-License-Identifier: Apache-2.0
# tries: a state that is another one every time it is read
# expect: completed | failed | limit stateBytes
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Kept(dict):
        reads = 0

        def items(self):
            Kept.reads += 1
            return [("a", "x" * (10 if Kept.reads == 1 else 1000000))]


    state["kept"] = Kept(a=1)
