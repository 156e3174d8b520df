# SPDX-License-Identifier: Apache-2.0
# tries: to print, to the console of the process
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import sys
    print("x" * 10 ** 6)
    sys.stdout.write("out")
    sys.stderr.write("error")
