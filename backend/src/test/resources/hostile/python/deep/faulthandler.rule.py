# SPDX-License-Identifier: Apache-2.0
# tries: to crash the process on purpose
# expect: completed | failed | lost
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    faulthandler = fire.__globals__["real_import"]("faulthandler")
    faulthandler._sigsegv()
