# SPDX-License-Identifier: Apache-2.0
# tries: files in a traceback
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import traceback
    try:
        data.metric("unheard.of").last("5m").count()
    except Exception:
        log(traceback.format_exc())
