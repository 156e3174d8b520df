# SPDX-License-Identifier: Apache-2.0
# tries: alerts, entities and changes by the host's own function, without the need for them
# expect: completed
# log: end
# never: leaked
# never: vault-7391
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    host = fire.__globals__["slot"].host
    for call in ("alerts", "alerts.active", "alerts.history", "entities", "changes", "secrets", "rules", "", "../alerts", "a" * 100000):
        answer = host("records", '{"call": "%s", "tenant": "victim", "state": "firing", "type": "host", "last": "1h"}' % call)
        if answer[3] is None:
            log("leaked " + str(answer[0])[:200])
        else:
            log(str(answer[3])[:60])
    log("end")
