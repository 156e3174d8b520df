# SPDX-License-Identifier: Apache-2.0
# tries: to drive a coroutine for ever
# expect: invalid
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Never:
        def __await__(self):
            while True:
                yield
    async def wait():
        await Never()
    coroutine = wait()
    while True:
        coroutine.send(None)
