# SPDX-License-Identifier: Apache-2.0
# tries: threads
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import threading
    started = threading.Thread(target=lambda: [None for _ in iter(int, 1)])
    started.start()
