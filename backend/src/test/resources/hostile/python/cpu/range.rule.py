# SPDX-License-Identifier: Apache-2.0
# tries: a search in the longest range by equality
# expect: limit wallTime|cpuTime | completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Odd:
        def __eq__(self, other):
            return False
    log(str(Odd() in range(10 ** 15)))
