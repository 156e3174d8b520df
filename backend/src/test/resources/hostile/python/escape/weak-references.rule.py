# SPDX-License-Identifier: Apache-2.0
# tries: objects of the SDK by their weak references
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import weakref
    log(str(weakref.getweakrefs(type(data.metric("m")))))
