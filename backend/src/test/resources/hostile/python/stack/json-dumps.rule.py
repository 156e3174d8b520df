# SPDX-License-Identifier: Apache-2.0
# tries: a list nested a hundred thousand deep, as JSON
# expect: failed | completed | limit wallTime|cpuTime|memory
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import json
    last = []
    for _ in range(100000):
        last = [last]
    log(len(json.dumps(last)))
