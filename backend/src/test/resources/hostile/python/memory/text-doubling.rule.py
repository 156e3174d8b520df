# SPDX-License-Identifier: Apache-2.0
# tries: a text that doubles
# expect: limit memory|wallTime|cpuTime | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    text = "x"
    while True:
        text = text + text
