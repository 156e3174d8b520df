# SPDX-License-Identifier: Apache-2.0
# tries: to remember what is no JSON
# expect: failed | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    state["function"] = evaluate
    state["self"] = state
    state[3.5] = float("nan")
