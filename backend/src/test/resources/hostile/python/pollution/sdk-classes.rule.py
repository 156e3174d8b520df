# SPDX-License-Identifier: Apache-2.0
# tries: the SDK's classes
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    for target, name in ((type(data.metric("m")), "last"), (type(ctx), "data"), (type(fire({"host": "a"})), "kind")):
        try:
            setattr(target, name, lambda *given: "polluted")
        except Exception as error:
            log(type(error).__name__)
