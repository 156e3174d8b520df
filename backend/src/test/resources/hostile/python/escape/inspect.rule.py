# SPDX-License-Identifier: Apache-2.0
# tries: sources and frames by inspect
# expect: completed | failed
# never: JavaObject
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import inspect
    log(str([f.function for f in inspect.stack()])[:500])
    log(inspect.getsource(fire)[:300])
