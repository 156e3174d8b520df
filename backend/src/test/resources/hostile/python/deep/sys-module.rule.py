# SPDX-License-Identifier: Apache-2.0
# tries: what sys tells of the process
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    sys = fire.__globals__["loaded"]["sys"]
    for name in ("argv", "executable", "prefix", "path", "orig_argv", "platform", "version", "implementation", "flags", "exec_prefix"):
        log(name + " " + str(getattr(sys, name, None))[:200])
