# SPDX-License-Identifier: Apache-2.0
# tries: a namespace that looks like one of the standard library's
# expect: completed | failed
# never: uid=
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    deep = fire.__globals__
    log(str(deep["guarded_import"]("os", deep["loaded"]["json"].__dict__))[:80])
    log(str(deep["guarded_import"]("subprocess", None))[:80])
