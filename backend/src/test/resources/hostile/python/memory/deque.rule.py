# SPDX-License-Identifier: Apache-2.0
# tries: a queue of endless things
# expect: limit memory|wallTime|cpuTime | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import collections, itertools
    log(len(collections.deque(itertools.count())))
