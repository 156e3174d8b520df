# SPDX-License-Identifier: Apache-2.0
# tries: ever new classes
# expect: limit memory|wallTime|cpuTime | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    everything = []
    while True:
        everything.append(type("C" + str(len(everything)), (), {"field": [0] * 100}))
