# SPDX-License-Identifier: Apache-2.0
# tries: attributes named at run time
# expect: completed | failed
# never: Popen
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    log(str(eval("().__class__.__base__.__subclasses__()", {"__builtins__": {}}))[:200].count("Popen"))
