# SPDX-License-Identifier: Apache-2.0
# tries: bytecode of the script's own making
# expect: completed | failed | limit wallTime|cpuTime | lost
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    def function(a=1):
        return [a]
    for index in range(256):
        try:
            function.__code__ = function.__code__.replace(co_code=bytes([index, 0] * 8))
            function()
        except BaseException:
            continue
    log("tried")
