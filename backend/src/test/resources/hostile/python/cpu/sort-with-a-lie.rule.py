# SPDX-License-Identifier: Apache-2.0
# tries: a comparator that never agrees with itself
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import functools
    turn = [0]
    def lie(left, right):
        turn[0] = (turn[0] + 1) % 3
        return turn[0] - 1
    log(len(sorted(range(2000), key=functools.cmp_to_key(lie))))
