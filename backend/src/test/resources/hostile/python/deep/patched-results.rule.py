# SPDX-License-Identifier: Apache-2.0
# tries: what is handed to the worker, of the wrong type
# expect: failed | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    fire.__globals__["write_json"] = lambda value: 7
