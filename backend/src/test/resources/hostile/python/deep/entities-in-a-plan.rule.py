# SPDX-License-Identifier: Apache-2.0
# tries: entities by a plan, without the need for them
# expect: completed
# never: leaked
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    host = fire.__globals__["slot"].host
    inner = '{"op": "entities", "type": "host"}'
    for depth in (0, 1, 20, 70, 500):
        text = '{"op": "top", "count": 1, "input": ' * depth + inner + "}" * depth
        answer = host("rows", text)
        log("leaked" if answer[3] is None else str(answer[3])[:60])
