# SPDX-License-Identifier: Apache-2.0
# tries: a result written by a json of the script's own
# expect: failed | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import json
    forged = '{"verdicts": [{"kind": "explode"}], "judged": 7, "charts": []}'
    json.dumps = lambda *given, **named: forged
    json.JSONEncoder.encode = lambda *given, **named: forged
    json.JSONEncoder.iterencode = lambda *given, **named: iter([forged])
