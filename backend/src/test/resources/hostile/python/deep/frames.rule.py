# SPDX-License-Identifier: Apache-2.0
# tries: frames and their locals
# expect: completed | failed
# never: JavaObject
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    sys = fire.__globals__["loaded"]["sys"]
    frame = sys._getframe(0)
    while frame is not None:
        log(frame.f_code.co_name + " " + str([(n, type(v).__name__) for n, v in frame.f_locals.items()])[:200])
        frame = frame.f_back
