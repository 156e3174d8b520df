# SPDX-License-Identifier: Apache-2.0
# tries: the import function out of the builtins
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    __builtins__["__import__"]("os").system("id") if isinstance(__builtins__, dict) else __builtins__.__import__("os").system("id")
