# SPDX-License-Identifier: Apache-2.0
# tries: the seed of the hashes of texts
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    log(str(hash("x") == hash("x")), str(list({"a", "b", "c", "d"})))
