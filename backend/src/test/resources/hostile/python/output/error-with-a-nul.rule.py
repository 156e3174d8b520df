# SPDX-License-Identifier: Apache-2.0
# tries: an error message that a database does not take
# expect: failed
# never: \x00
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    raise ValueError("nul \x00 and lone \udc00 surrogate")
