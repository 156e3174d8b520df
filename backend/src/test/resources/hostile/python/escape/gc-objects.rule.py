# SPDX-License-Identifier: Apache-2.0
# tries: every object, by way of the collector
# expect: completed | failed
# never: JavaObject
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import gc
    log(str(len(gc.get_objects())), str([type(o).__name__ for o in gc.get_objects() if "foreign" in type(o).__name__.lower()][:5]))
