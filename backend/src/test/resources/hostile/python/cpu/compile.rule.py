# SPDX-License-Identifier: Apache-2.0
# tries: code compiled over and over
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    index = 0
    while True:
        index += 1
        eval(compile(f"{index} + 1", "x", "eval"))
