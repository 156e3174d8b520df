# SPDX-License-Identifier: Apache-2.0
# tries: the machine's language and time zone
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import time
    log(str(time.timezone), str(time.tzname), time.strftime("%Z"))
