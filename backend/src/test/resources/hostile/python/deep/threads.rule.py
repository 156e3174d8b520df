# SPDX-License-Identifier: Apache-2.0
# tries: threads by the module below
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    thread = fire.__globals__["real_import"]("_thread")
    thread.start_new_thread(lambda: [None for _ in iter(int, 1)], ())
    log("started")
