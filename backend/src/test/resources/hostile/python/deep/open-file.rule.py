# SPDX-License-Identifier: Apache-2.0
# tries: Python's own open
# expect: failed
# never: root:
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    builtins = fire.__globals__["builtins"]
    log(builtins.open("/etc/passwd").read())
