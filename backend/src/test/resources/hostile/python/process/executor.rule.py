# SPDX-License-Identifier: Apache-2.0
# tries: threads by a pool
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import concurrent.futures
    log(str(list(concurrent.futures.ThreadPoolExecutor(4).map(abs, [1]))))
