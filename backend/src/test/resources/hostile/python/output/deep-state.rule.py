# SPDX-License-Identifier: Apache-2.0
# tries: to remember what is nested so deep that nobody can read it again
# expect: failed | completed | limit stateBytes
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    deep = {}
    for _ in range(300):
        deep = {"d": deep}
    state["deep"] = deep
