# SPDX-License-Identifier: Apache-2.0
# tries: five thousand verdicts that share one large reason
# expect: failed | completed | limit resultBytes|wallTime|cpuTime|memory
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    reason = "x" * 1000000
    for n in range(5000):
        yield fire({"host": f"h{n}"}, reason={"en": reason, "zh": reason})
