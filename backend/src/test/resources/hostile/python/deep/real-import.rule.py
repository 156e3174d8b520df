# SPDX-License-Identifier: Apache-2.0
# tries: Python's own import, out of the globals of the SDK's functions
# expect: completed | failed | limit wallTime
# never: uid=
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    real = fire.__globals__["real_import"]
    for name in ("os", "posix", "subprocess", "socket", "_socket", "ctypes", "_ctypes", "mmap", "threading", "_thread", "signal", "resource", "pwd", "fcntl", "select", "ssl", "sqlite3", "multiprocessing"):
        try:
            log(name + " " + str(real(name))[:60])
        except BaseException as error:
            log(name + " " + type(error).__name__ + " " + str(error)[:80])
