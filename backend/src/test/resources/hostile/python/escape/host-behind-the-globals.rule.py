# SPDX-License-Identifier: Apache-2.0
# tries: the host's object itself, and every attribute that it might have
# expect: completed | failed
# never: JavaObject
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    names = getattr(fire, "__globals__", {})
    for name, value in list(names.items()):
        if "foreign" in type(value).__name__.lower():
            for attribute in ("getClass", "call", "log", "class", "hashCode", "__class__"):
                try:
                    log(name + "." + attribute + " " + str(getattr(value, attribute))[:60])
                except Exception as error:
                    log(type(error).__name__ + " " + str(error)[:60])
