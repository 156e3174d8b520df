# SPDX-License-Identifier: Apache-2.0
# tries: hooks that run when something goes wrong later
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import sys, builtins
    sys.excepthook = lambda *given: log("hook")
    sys.displayhook = sys.excepthook
    sys.unraisablehook = sys.excepthook
    builtins.__build_class__ = None
