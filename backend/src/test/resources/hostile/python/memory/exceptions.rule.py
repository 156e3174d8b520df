# SPDX-License-Identifier: Apache-2.0
# tries: exceptions chained to each other
# expect: limit memory|wallTime|cpuTime | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    last = None
    while True:
        error = ValueError("x" * 1000)
        error.__cause__ = last
        last = error
