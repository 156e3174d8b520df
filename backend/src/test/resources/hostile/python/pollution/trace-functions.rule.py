# SPDX-License-Identifier: Apache-2.0
# tries: functions that watch the next evaluation
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import sys
    seen = []
    sys.settrace(lambda *given: seen.append(given))
    sys.setprofile(lambda *given: seen.append(given))
