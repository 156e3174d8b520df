# SPDX-License-Identifier: Apache-2.0
# tries: builtins by way of a frame
# expect: completed | failed
# never: uid=
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import sys
    frame = sys._getframe(0)
    while frame is not None:
        log(frame.f_code.co_name + " " + str(frame.f_code.co_filename))
        frame = frame.f_back
