# SPDX-License-Identifier: Apache-2.0
# tries: native code
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import ctypes
    ctypes.CDLL(None).system(b"id")
