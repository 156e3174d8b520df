# SPDX-License-Identifier: Apache-2.0
# tries: a process of one's own
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import subprocess
    log(subprocess.run(["id"], capture_output=True).stdout.decode())
