# SPDX-License-Identifier: Apache-2.0
# tries: importlib, to import what import refuses
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import importlib
    importlib.import_module("os").system("id")
