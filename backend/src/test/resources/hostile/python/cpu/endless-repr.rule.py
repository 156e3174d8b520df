# SPDX-License-Identifier: Apache-2.0
# tries: a text that is never done, asked for by the log
# expect: limit wallTime|cpuTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Endless:
        def __str__(self):
            while True:
                pass
        __repr__ = __format__ = __str__
    log(Endless())
