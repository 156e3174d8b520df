# SPDX-License-Identifier: Apache-2.0
# tries: the host's functions with every odd value
# expect: completed | failed | limit hostCalls
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    slot = fire.__globals__["slot"]
    for given in ((), (1,), ("rows",), ("rows", 7), ("rows", None), (None, None), ("x", "nonsense"), ("rows", "{}"), ("rows", "[" * 100000), ("rows", "\x00"), ("rows", "x" * 200000), (slot, slot), ([], {}), ("rows", "{}", 3)):
        for function in (slot.host, slot.log):
            try:
                log(str(function(*given))[:120])
            except BaseException as error:
                log(type(error).__name__ + " " + str(error)[:120])
