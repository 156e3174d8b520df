# SPDX-License-Identifier: Apache-2.0
# tries: a text that answers otherwise every time
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Liar(str):
        reads = 0
        def __str__(self):
            Liar.reads += 1
            return "m" if Liar.reads % 2 else "other.metric"
        def startswith(self, *given):
            return True
        def __eq__(self, other):
            return True
        __hash__ = str.__hash__
    log(str(data.metric(Liar("other.metric")).last("5m").count()))
