# SPDX-License-Identifier: Apache-2.0
# tries: the text of a list nested a hundred thousand deep
# expect: failed | completed | limit wallTime|cpuTime|memory
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    last = []
    for _ in range(100000):
        last = [last]
    log(len(repr(last)), last == [last])
