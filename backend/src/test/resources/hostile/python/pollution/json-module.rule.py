# SPDX-License-Identifier: Apache-2.0
# tries: json, by which plans and results are written
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import json
    json.dumps = lambda value, **named: "{}"
    json.loads = lambda text, **named: {"series": []}
