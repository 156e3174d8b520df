# SPDX-License-Identifier: Apache-2.0
# tries: Java arrays
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import jarray
    log(str(jarray.zeros(8, "d")))
