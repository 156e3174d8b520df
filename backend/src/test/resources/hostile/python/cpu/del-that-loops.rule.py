# SPDX-License-Identifier: Apache-2.0
# tries: a destructor that never returns
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Last:
        def __del__(self):
            while True:
                pass
    one = Last()
    del one
    import gc
    gc.collect()
