# SPDX-License-Identifier: Apache-2.0
# tries: a list that holds itself
# expect: failed | limit wallTime|cpuTime|memory
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    verdicts = []
    verdicts.append(verdicts)
    return verdicts
