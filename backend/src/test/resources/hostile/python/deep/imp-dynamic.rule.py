# SPDX-License-Identifier: Apache-2.0
# tries: a shared library as an extension
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    imp = fire.__globals__["real_import"]("_imp")
    class Spec:
        name, origin = "x", "/lib/x86_64-linux-gnu/libc.so.6"
    log(str(imp.create_dynamic(Spec())))
