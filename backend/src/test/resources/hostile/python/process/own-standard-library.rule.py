# SPDX-License-Identifier: Apache-2.0
# tries: to read the files of the standard library
# expect: failed | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import sys
    log(str(sys.path)[:200])
    import json
    log(open(json.__file__).read()[:100])
