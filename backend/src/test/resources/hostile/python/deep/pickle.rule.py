# SPDX-License-Identifier: Apache-2.0
# tries: a call hidden in pickled bytes
# expect: completed | failed
# never: uid=
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    pickle = fire.__globals__["real_import"]("_pickle")
    log(str(pickle.loads(b"cposix\nsystem\n(S'id'\ntR."))[:80])
