# SPDX-License-Identifier: Apache-2.0
# tries: an expression that backtracks for ever
# expect: limit wallTime|cpuTime | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import re
    log(str(re.match(r"^(a+)+\1$", "a" * 40 + "c")))
