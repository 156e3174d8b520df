# SPDX-License-Identifier: Apache-2.0
# tries: the runtime's own functions
# expect: completed | failed
# never: JavaObject
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    try:
        log(str([name for name in dir(__graalpython__) if "host" in name or "java" in name or "native" in name]))
    except NameError as error:
        log(str(error))
