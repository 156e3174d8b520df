# SPDX-License-Identifier: Apache-2.0
# tries: to crash the process
# expect: completed | failed | lost
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    fire.__globals__["real_import"]("posix").abort()
