# SPDX-License-Identifier: Apache-2.0
# tries: a connection
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    socket = fire.__globals__["real_import"]("_socket")
    one = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    one.connect(("169.254.169.254", 80))
