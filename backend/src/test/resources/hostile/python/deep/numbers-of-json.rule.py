# SPDX-License-Identifier: Apache-2.0
# tries: numbers that no plan can hold
# expect: completed
# log: end
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    host = fire.__globals__["slot"].host
    for number in ("1e999999999", "9" * 50000, "-0", "1e-999999999", "0.1e1e1", "NaN", "Infinity"):
        answer = host("rows", '{"op": "top", "count": %s, "input": {"op": "select", "metric": "m", "last": "5m", "aggregate": "max"}}' % number)
        log(str(answer[3])[:60])
    log("end")
