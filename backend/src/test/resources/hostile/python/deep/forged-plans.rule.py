# SPDX-License-Identifier: Apache-2.0
# tries: plans of the script's own, past the SDK's checks
# expect: completed
# log: 0 rows
# never: vault
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    host = fire.__globals__["slot"].host
    read = 0
    for metric in ("other.metric", "victim.secret", "mm"):
        answer = host("rows", '{"op": "select", "metric": "%s", "last": "1h"}' % metric)
        log(str(answer[3])[:100])
        read += len(list(answer[1]))
    log(f"{read} rows")
