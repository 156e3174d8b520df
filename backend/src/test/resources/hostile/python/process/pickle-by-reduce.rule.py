# SPDX-License-Identifier: Apache-2.0
# tries: a call hidden in how an object is pickled
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import pickle
    class Hidden:
        def __reduce__(self):
            return (eval, ("__import__('os').system('id')",))
    pickle.loads(pickle.dumps(Hidden()))
