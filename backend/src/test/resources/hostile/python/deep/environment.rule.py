# SPDX-License-Identifier: Apache-2.0
# tries: the environment, by the module below os
# expect: completed | failed
# never: MALLOC
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    posix = fire.__globals__["real_import"]("posix")
    log(str(posix.environ))
