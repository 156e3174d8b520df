# SPDX-License-Identifier: Apache-2.0
# tries: to be called when a signal comes, and to send one
# expect: completed | failed | lost
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    signal = fire.__globals__["real_import"]("_signal")
    signal.signal(15, lambda *given: None)
    signal.raise_signal(15)
