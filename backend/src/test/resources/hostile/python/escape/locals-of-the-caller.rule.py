# SPDX-License-Identifier: Apache-2.0
# tries: the locals of the SDK's frames, for the host
# expect: completed | failed
# never: JavaObject
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import sys
    frame = sys._getframe(0).f_back
    names = []
    while frame is not None:
        names += [n for n, v in frame.f_locals.items() if "foreign" in type(v).__name__.lower()]
        frame = frame.f_back
    log(",".join(names) or "none")
