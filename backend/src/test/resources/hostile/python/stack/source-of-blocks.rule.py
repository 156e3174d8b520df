# SPDX-License-Identifier: Apache-2.0
# tries: blocks nested two hundred deep
# expect: failed | completed | limit wallTime|cpuTime|memory
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    exec("\n".join(" " * depth + "if True:" for depth in range(200)) + "\n" + " " * 200 + "pass")
