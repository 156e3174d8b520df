# SPDX-License-Identifier: Apache-2.0
# tries: rows that the script changes, to change them for a second reading
# expect: completed
# log: 0.5
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    rows = list(data.metric("m").last("5m"))
    try:
        rows[0].values[0] = 99
    except Exception as error:
        log(type(error).__name__)
    try:
        rows[0].labels["host"] = "forged"
    except Exception as error:
        log(type(error).__name__)
    fresh = list(data.metric("m").last("5m"))
    log(str(fresh[0].values[0]), str(fresh[0].labels["host"]))
