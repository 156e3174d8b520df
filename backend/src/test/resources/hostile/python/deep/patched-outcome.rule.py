# SPDX-License-Identifier: Apache-2.0
# tries: what is handed to the worker, without what it must have
# expect: failed | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Forged:
        problems = 7
        json = state = spoiled = None
    fire.__globals__["Outcome"] = lambda *given: Forged()
