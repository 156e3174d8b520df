# SPDX-License-Identifier: Apache-2.0
# tries: what is handed to the worker, with attributes that raise
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Forged:
        problems = ()
        @property
        def json(self):
            raise SystemExit(7)
    fire.__globals__["Outcome"] = lambda *given: Forged()
