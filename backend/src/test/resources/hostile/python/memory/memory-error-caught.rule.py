# SPDX-License-Identifier: Apache-2.0
# tries: to go on after memory has run out
# expect: limit memory|wallTime|cpuTime | failed | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    everything = []
    while True:
        try:
            everything.append(bytearray(10 ** 8))
        except MemoryError:
            everything.append(1)
