# SPDX-License-Identifier: Apache-2.0
# tries: a builtin function, to be met by the next evaluation
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import builtins
    builtins.len = lambda value: 7
    builtins.sorted = lambda value: ["polluted"]
    builtins.polluted = "yes"
