# SPDX-License-Identifier: Apache-2.0
# tries: object from the method resolution order of a literal, and what lies below it
# expect: completed | failed
# never: Popen
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    root = ().__class__.__mro__[-1]
    log(str([c for c in root.__subclasses__() if "Popen" in c.__name__ or "FileLoader" in c.__name__][:3]))
