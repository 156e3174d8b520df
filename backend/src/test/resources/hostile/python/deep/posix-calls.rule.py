# SPDX-License-Identifier: Apache-2.0
# tries: the system's calls, by the module below os
# expect: completed | failed
# never: uid=
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    posix = fire.__globals__["real_import"]("posix")
    attempts = {"getcwd": (), "listdir": ("/",), "system": ("id",), "fork": (), "getpid": (), "getppid": (), "uname": (), "getenv": ("PATH",), "kill": (1, 9), "_exit": (3,), "stat": ("/etc/passwd",), "open": ("/etc/passwd", 0), "pipe": (), "times": (), "getlogin": (), "execv": ("/bin/id", ["id"]), "mkdir": ("/tmp/hostile",), "readlink": ("/proc/self/exe",), "cpu_count": (), "urandom": (8,)}
    for name, given in attempts.items():
        try:
            log(name + " " + str(getattr(posix, name)(*given))[:80])
        except BaseException as error:
            log(name + " " + type(error).__name__ + " " + str(error)[:80])
