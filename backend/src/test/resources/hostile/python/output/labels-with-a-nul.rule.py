# SPDX-License-Identifier: Apache-2.0
# tries: labels that a database does not take
# expect: failed | completed
# never: \x00
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    return [fire({"ho\x00st": "a\x00b\ud800"}, reason="c\x00d")]
