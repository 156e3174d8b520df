# SPDX-License-Identifier: Apache-2.0
# tries: a sum of a hundred thousand terms
# expect: failed | completed | limit wallTime|cpuTime|memory
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    log(str(eval("1" + "+1" * 100000)))
