# SPDX-License-Identifier: Apache-2.0
# tries: a clock, to time what other tenants do
# expect: completed
# log: 0
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import time
    began = time.time()
    for _ in range(100000):
        pass
    log(str(int((time.time() - began) * 10 ** 9)))
