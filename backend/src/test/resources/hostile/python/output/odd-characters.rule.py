# SPDX-License-Identifier: Apache-2.0
# tries: characters that terminals and databases do not take
# expect: completed | failed
# never: \x00
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    log("nul \x00 escape \x1b[2J lone \ud800 end")
