# SPDX-License-Identifier: Apache-2.0
# tries: a dictionary that grows
# expect: limit memory|wallTime|cpuTime | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    table, index = {}, 0
    while True:
        index += 1
        table[f"key {index}"] = [index]
