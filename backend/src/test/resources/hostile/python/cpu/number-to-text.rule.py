# SPDX-License-Identifier: Apache-2.0
# tries: the text of a huge number
# expect: limit wallTime|cpuTime|memory | failed | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import sys
    sys.set_int_max_str_digits(0)
    log(len(str(7 ** (3 * 10 ** 6))))
