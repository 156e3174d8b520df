# SPDX-License-Identifier: Apache-2.0
# tries: to read a file
# expect: failed
# never: root:
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    log(open("/etc/passwd").read())
