# SPDX-License-Identifier: Apache-2.0
# tries: ten to the hundred millionth
# expect: limit wallTime|cpuTime|memory | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    log(str((10 ** 10 ** 8) % 7))
