# SPDX-License-Identifier: Apache-2.0
# The harmless rule: whatever a hostile script did before, its answer is the same.
import json

from sextant import rule, fire, clear


@rule(id="probe", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    if len(ctx.state) > 0 or json.dumps({"a": [1]}) != '{"a": [1]}':
        raise ValueError("odd")
    ctx.state["sum"] = ",".join(sorted(str(n * 2) for n in [3, 1, 2])) + str("polluted" in globals())
    for s in ctx.data.metric("m").last("5m").max():
        yield fire(s, reason=f"{s.value}") if s.value > 97 else clear(s)
