# SPDX-License-Identifier: Apache-2.0
# tries: code made at run time with Python's own exec
# expect: completed | failed
# never: uid=
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    builtins = fire.__globals__["builtins"]
    scope = {}
    builtins.exec(builtins.compile("import sys\nresult = type(sys).__name__", "/etc/shadow", "exec"), scope)
    log(str(scope["result"]))
