# SPDX-License-Identifier: Apache-2.0
# tries: reasons of megabytes
# expect: completed | limit resultBytes|memory | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    return [fire({"host": f"h{index}"}, reason="x" * 10 ** 6) for index in range(50)]
