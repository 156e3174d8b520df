# SPDX-License-Identifier: Apache-2.0
# tries: answers of the host, changed for a second reading
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    host = fire.__globals__["slot"].host
    answer = host("rows", '{"op": "select", "metric": "m", "last": "5m"}')
    points = answer[1]
    try:
        points[0] = 7.0
    except BaseException as error:
        log(type(error).__name__)
    for row in data.metric("m").last("5m"):
        log(row.values[-1])
