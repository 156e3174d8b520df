# SPDX-License-Identifier: Apache-2.0
# tries: a search that compares everything with everything
# expect: limit wallTime|cpuTime|memory | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    log(str((("a" * 300000 + "b") * 3).find("a" * 300000 + "c")))
