# SPDX-License-Identifier: Apache-2.0
# tries: the host's own error behind a refused call
# expect: completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    try:
        list(data.metric("m").where(host="x").last("400000d"))
    except Exception as error:
        log(repr(error.__cause__), repr(error.__context__), type(error).__name__, sorted(error.__dict__))
