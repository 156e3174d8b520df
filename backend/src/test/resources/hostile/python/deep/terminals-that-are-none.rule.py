# SPDX-License-Identifier: Apache-2.0
# tries: terminals that no frame has
# expect: completed
# log: end
# never: vault
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    host = fire.__globals__["slot"].host
    for kind in ("ROWS", "records ", "RECORDS", "", "hello", "\x00", "cancel", "evaluate", "rows" * 1000):
        answer = host(kind, '{"op": "select", "metric": "victim.secret", "last": "1h"}')
        log(str(answer[3])[:80] + str(len(list(answer[1]))))
    log("end")
