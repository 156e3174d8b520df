# SPDX-License-Identifier: Apache-2.0
# tries: a generator that makes verdicts until it is stopped
# expect: failed | limit wallTime|cpuTime|memory
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    n = 0
    while True:
        n += 1
        yield fire({"host": f"h{n}"})
