# SPDX-License-Identifier: Apache-2.0
# tries: a plan that names two metrics under one key
# expect: completed
# never: another metric was read
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    host = fire.__globals__["slot"].host
    for text in ('{"op":"select","metric":"m","metric":"other.metric","last":"5m"}', '{"op":"select","metric":"other.metric","metric":"m","last":"5m"}'):
        answer = host("rows", text)
        log("another metric was read" if answer[0] is not None and "other" in str(answer[0]) else "no other")
