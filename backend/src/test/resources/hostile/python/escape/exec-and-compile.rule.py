# SPDX-License-Identifier: Apache-2.0
# tries: code made at run time with builtins of its own
# expect: failed
# never: uid=
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    scope = {}
    exec(compile("import os\nresult = os.popen('id').read()", "/etc/shadow", "exec"), scope)
    log(scope["result"])
