# SPDX-License-Identifier: Apache-2.0
# tries: a text that grows with every replacement
# expect: limit memory|wallTime|cpuTime | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    text = "aa"
    while True:
        text = text.replace("a", "aa")
