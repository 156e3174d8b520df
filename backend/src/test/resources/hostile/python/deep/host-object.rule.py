# SPDX-License-Identifier: Apache-2.0
# tries: the host's functions and whatever they have of Java
# expect: completed | failed
# never: JavaObject
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    host = fire.__globals__["slot"].host
    log(str(type(host)), str(host), repr(host), str(dir(host))[:300])
    for name in ("getClass", "class", "hashCode", "execute", "__class__", "wait", "call", "function"):
        try:
            log(name + " " + str(getattr(host, name))[:80])
        except BaseException as error:
            log(name + " " + type(error).__name__ + " " + str(error)[:80])
