# SPDX-License-Identifier: Apache-2.0
# tries: methods of the host's array
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    row = list(data.metric("m").last("5m"))[0]
    for name in ("getClass", "clone", "class_", "length", "__class__"):
        log(name + " " + str(getattr(row.values, name, "none"))[:60])
