# SPDX-License-Identifier: Apache-2.0
# tries: the real clock that the SDK keeps
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    deep = fire.__globals__
    posix = deep["real_import"]("posix")
    log(str([name for name in dir(deep["clock"]) if "time" in name]))
    try:
        began = posix.times()
        for _ in range(100000):
            pass
        log("elapsed " + str(posix.times().elapsed - began.elapsed))
    except BaseException as error:
        log(type(error).__name__)
