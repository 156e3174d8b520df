# SPDX-License-Identifier: Apache-2.0
# tries: calls by name that are no objects
# expect: completed
# log: end
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    host = fire.__globals__["slot"].host
    for text in ("[]", "7", "null", '"alerts"', "{}", '{"call": 7}', '{"call": ["alerts"]}', '{"call": {"call": "alerts"}}', "[" * 60000, '{"call": "alerts", "call": "entities"}', "\ud800", "{" * 30000):
        log(str(host("records", text)[3])[:80])
    log("end")
