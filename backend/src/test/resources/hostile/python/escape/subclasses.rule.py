# SPDX-License-Identifier: Apache-2.0
# tries: every class of the process, from object's subclasses
# expect: completed | failed
# log: none
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    names = [c.__module__ + "." + c.__name__ for c in object.__subclasses__()]
    wanted = ("subprocess", "socket", "ctypes", "mmap", "posix.DirEntry", "_java")
    log(",".join(n for n in names if n.startswith(wanted)) or "none")
