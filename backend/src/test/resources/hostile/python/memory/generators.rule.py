# SPDX-License-Identifier: Apache-2.0
# tries: suspended generators
# expect: limit memory|wallTime|cpuTime | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    def suspended():
        own = [1] * 1000
        yield own
        yield own
    everything = []
    while True:
        one = suspended()
        next(one)
        everything.append(one)
