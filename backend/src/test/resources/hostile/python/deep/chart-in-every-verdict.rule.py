# SPDX-License-Identifier: Apache-2.0
# tries: one large chart that thousands of verdicts point at
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    times = ",".join(str(index) for index in range(5000))
    chart = '{"title": null, "unit": null, "series": [{"name": "s", "labels": {}, "times": [%s], "values": [%s]}], "lines": [], "bands": [], "areas": []}' % (times, times)
    verdicts = ",".join('{"kind": "fire", "labels": {"h": "%d"}, "severity": "info", "value": null, "score": null, "reason": null, "charts": [0]}' % index for index in range(4000))
    forged = '{"verdicts": [%s], "judged": false, "charts": [%s]}' % (verdicts, chart)
    fire.__globals__["write_result"] = lambda *given: forged
