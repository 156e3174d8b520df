# SPDX-License-Identifier: Apache-2.0
# tries: counts and numbers at which integers overflow
# expect: failed | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    for count in (2**31, 2**53, 2**63, 2**64, 2**1000, True, -(2**63)):
        try:
            log(len(list(data.metric("m").last("5m").max().top(count))))
        except Exception as error:
            log(str(error)[:80])
