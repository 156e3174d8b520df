# SPDX-License-Identifier: Apache-2.0
# tries: two functions that call each other
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    def ping(n):
        return pong(n + 1)
    def pong(n):
        return ping(n + 1)
    ping(0)
