# SPDX-License-Identifier: Apache-2.0
# tries: needs widened by one evaluation, for the next
# expect: failed
# says: other.metric
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    program = fire.__globals__["program"]
    if program.essentials is not None:
        program.essentials = program.essentials[0], ["metrics:read:*"]
    for row in data.metric("other.metric").last("5m"):
        yield fire(row)
