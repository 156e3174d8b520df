# SPDX-License-Identifier: Apache-2.0
# tries: to read a file by the module below
# expect: failed
# never: root:
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import io, _io
    log(_io.FileIO("/etc/passwd").read().decode())
