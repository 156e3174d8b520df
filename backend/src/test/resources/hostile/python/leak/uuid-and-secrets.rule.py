# SPDX-License-Identifier: Apache-2.0
# tries: random numbers and the address of the machine
# expect: failed | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import uuid
    log(str(uuid.uuid4()), str(uuid.getnode()))
