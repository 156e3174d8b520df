# SPDX-License-Identifier: Apache-2.0
# tries: the clock of dates
# expect: completed
# log: True
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import datetime
    log(str(datetime.datetime.now().timestamp() == datetime.datetime.utcnow().timestamp() or True))
    log(str(abs(datetime.datetime.now(datetime.timezone.utc).timestamp() - 1.0) < 0.001), str(datetime.date.today().year))
