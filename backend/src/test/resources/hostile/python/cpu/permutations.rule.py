# SPDX-License-Identifier: Apache-2.0
# tries: every permutation of a long list
# expect: limit wallTime|cpuTime|memory
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import itertools
    log(len(list(itertools.permutations(range(12)))))
