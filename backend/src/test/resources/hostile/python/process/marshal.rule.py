# SPDX-License-Identifier: Apache-2.0
# tries: damaged bytecode
# expect: failed | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import marshal
    code = bytearray(marshal.dumps((lambda: 1).__code__))
    for index in range(len(code)):
        try:
            damaged = bytearray(code)
            damaged[index] ^= 0xff
            marshal.loads(bytes(damaged))
        except Exception:
            continue
