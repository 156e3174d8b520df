# SPDX-License-Identifier: Apache-2.0
# tries: damaged bytecode
# expect: completed | failed | limit wallTime|cpuTime | lost
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    real = fire.__globals__["real_import"]
    marshal = real("marshal")
    code = bytearray(marshal.dumps((lambda: [n for n in range(3)]).__code__))
    for index in range(0, len(code), 3):
        try:
            damaged = bytearray(code)
            damaged[index] ^= 0x55
            loaded = marshal.loads(bytes(damaged))
            type(lambda: 0)(loaded, {})()
        except BaseException:
            continue
    log("tried")
