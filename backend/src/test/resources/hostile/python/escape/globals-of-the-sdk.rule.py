# SPDX-License-Identifier: Apache-2.0
# tries: the globals of the SDK's functions, for the host behind them
# expect: completed | failed
# never: JavaObject
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    found = []
    for function in (rule, fire, clear, data.metric, log):
        for holder in (function, getattr(function, "__func__", None), getattr(function, "__call__", None)):
            names = getattr(holder, "__globals__", None)
            if names is not None:
                found += [n for n, v in names.items() if "foreign" in type(v).__name__.lower() or "host" in n.lower()]
    for name in found[:20]:
        log(name)
