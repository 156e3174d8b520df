# SPDX-License-Identifier: Apache-2.0
# tries: a result that is six times as long once it is JSON
# expect: completed | failed | limit resultBytes|memory|wallTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    for n in range(4000):
        yield fire({"host": "\x01" * 400 + str(n)}, reason="\x02" * 480)
