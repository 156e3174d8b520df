# SPDX-License-Identifier: Apache-2.0
# tries: what sys tells of the process
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import sys
    for name in ("argv", "executable", "prefix", "path", "exec_prefix", "base_prefix", "orig_argv", "version", "platform", "implementation", "flags"):
        log(name + " " + str(getattr(sys, name, None))[:200])
