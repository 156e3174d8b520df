# SPDX-License-Identifier: Apache-2.0
# tries: an address
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import urllib.request
    log(urllib.request.urlopen("http://169.254.169.254/").read().decode())
