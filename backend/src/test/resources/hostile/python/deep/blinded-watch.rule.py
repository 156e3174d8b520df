# SPDX-License-Identifier: Apache-2.0
# tries: to blind what notices a polluted context
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    deep = fire.__globals__
    deep["watch"].kept.clear()
    deep["builtins"].polluted = "yes"
    deep["builtins"].sorted = lambda values: ["polluted"]
