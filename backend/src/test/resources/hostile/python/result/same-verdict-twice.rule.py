# SPDX-License-Identifier: Apache-2.0
# tries: two verdicts about one entity
# expect: failed
# says: two verdicts
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    return [fire({"host": "a"}), clear({"host": "a"})]
