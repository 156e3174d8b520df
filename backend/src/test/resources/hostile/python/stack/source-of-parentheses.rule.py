# SPDX-License-Identifier: Apache-2.0
# tries: code nested a hundred thousand deep
# expect: failed | limit wallTime|cpuTime|memory
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    log(str(eval("(" * 100000 + "1" + ")" * 100000)))
