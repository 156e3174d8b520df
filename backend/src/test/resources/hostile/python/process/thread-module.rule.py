# SPDX-License-Identifier: Apache-2.0
# tries: threads by the module below
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import _thread
    _thread.start_new_thread(lambda: None, ())
