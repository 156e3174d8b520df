# SPDX-License-Identifier: Apache-2.0
# tries: the cache of expressions
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import re
    re.compile = lambda *given: None
    try:
        re._cache["polluted"] = 1
    except Exception as error:
        log(type(error).__name__)
