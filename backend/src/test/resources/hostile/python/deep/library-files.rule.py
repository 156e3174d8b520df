# SPDX-License-Identifier: Apache-2.0
# tries: to write into the standard library, which other workers read
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    deep = fire.__globals__
    json = deep["real_import"]("json")
    with deep["builtins"].open(json.__file__, "a") as file:
        file.write("\nimport os")
