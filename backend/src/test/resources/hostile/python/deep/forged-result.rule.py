# SPDX-License-Identifier: Apache-2.0
# tries: a result of the script's own making
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    fire.__globals__["write_result"] = lambda *given: '{"verdicts": [{"kind": "explode", "labels": {}}], "judged": false, "charts": []}'
