# SPDX-License-Identifier: Apache-2.0
# tries: code whose constant is computed while it is compiled
# expect: failed | completed | limit wallTime|cpuTime|memory
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    builtins = fire.__globals__["builtins"]
    log(len(builtins.compile("(7 ** 10 ** 7,) * 10 ** 7", "x", "eval").co_consts))
