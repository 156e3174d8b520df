# SPDX-License-Identifier: Apache-2.0
# tries: every object, by way of the collector
# expect: completed | failed
# never: JavaObject
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    gc = fire.__globals__["real_import"]("gc")
    log(str(len(gc.get_objects())), str(gc.get_referrers(fire))[:200])
