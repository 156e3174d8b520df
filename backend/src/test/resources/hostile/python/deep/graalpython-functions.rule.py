# SPDX-License-Identifier: Apache-2.0
# tries: what the runtime offers to its own library
# expect: completed | failed | limit wallTime|cpuTime
# never: JavaObject
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    module = fire.__globals__["loaded"].get("__graalpython__")
    for name in dir(module):
        if not name.startswith("__") and callable(getattr(module, name)):
            for given in ((), ("/etc/passwd",), (1, 2)):
                try:
                    log(name + " " + str(getattr(module, name)(*given))[:60])
                except BaseException as error:
                    log(name + " " + type(error).__name__)
