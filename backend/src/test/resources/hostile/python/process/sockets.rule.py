# SPDX-License-Identifier: Apache-2.0
# tries: the network
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import socket
    socket.create_connection(("169.254.169.254", 80), 1)
