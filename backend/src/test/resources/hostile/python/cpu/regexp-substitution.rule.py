# SPDX-License-Identifier: Apache-2.0
# tries: a substitution whose function never returns
# expect: limit wallTime|cpuTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import re
    def endless(match):
        while True:
            pass
    re.sub("a", endless, "aaa")
