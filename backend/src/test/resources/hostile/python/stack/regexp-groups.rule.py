# SPDX-License-Identifier: Apache-2.0
# tries: an expression of a hundred thousand groups
# expect: failed | completed | limit wallTime|cpuTime|memory
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import re
    log(str(re.match("(" * 100000 + "a" + ")" * 100000, "a")))
