# SPDX-License-Identifier: Apache-2.0
# tries: the state of another rule
# expect: completed
# log: 0
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    log(str(len(state)))
