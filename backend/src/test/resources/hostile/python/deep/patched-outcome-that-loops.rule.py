# SPDX-License-Identifier: Apache-2.0
# tries: what is handed to the worker, with attributes that never answer
# expect: completed | limit wallTime|cpuTime | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Forged:
        def __getattribute__(self, name):
            while True:
                pass
    fire.__globals__["Outcome"] = lambda *given: Forged()
