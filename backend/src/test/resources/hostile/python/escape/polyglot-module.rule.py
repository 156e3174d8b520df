# SPDX-License-Identifier: Apache-2.0
# tries: the module that talks to other languages
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import polyglot
    polyglot.eval(language="js", string="1")
