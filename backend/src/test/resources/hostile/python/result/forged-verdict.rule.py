# SPDX-License-Identifier: Apache-2.0
# tries: a verdict made past its constructor
# expect: failed | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    verdict = object.__new__(type(clear({"host": "a"})))
    try:
        object.__setattr__(verdict, "kind", "explode")
    except Exception as error:
        log(type(error).__name__)
    return [verdict]
