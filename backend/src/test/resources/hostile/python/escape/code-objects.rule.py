# SPDX-License-Identifier: Apache-2.0
# tries: bytecode of the script's own making
# expect: failed | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    def function():
        return 1
    code = function.__code__.replace(co_code=b"\x64\x00\xff\xff" * 100)
    log(str(type(function)(code, {})()))
