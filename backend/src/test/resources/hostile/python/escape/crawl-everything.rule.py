# SPDX-License-Identifier: Apache-2.0
# tries: every object that can be reached, for one of the host that does more than it should
# expect: completed | failed | limit wallTime|cpuTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    seen, queue, foreign = set(), [ctx, rule, fire, log, globals()], []
    while queue and len(seen) < 3000:
        one = queue.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if "foreign" in type(one).__name__.lower():
            foreign.append(one)
        for name in dir(one):
            try:
                queue.append(getattr(one, name))
            except Exception:
                continue
        if isinstance(one, dict):
            queue.extend(list(one.values()))
    for one in foreign[:10]:
        log(type(one).__name__ + " " + ",".join(dir(one))[:100])
