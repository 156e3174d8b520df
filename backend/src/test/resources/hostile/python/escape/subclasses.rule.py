# SPDX-License-Identifier: Apache-2.0
# tries: every class of the process, from object's subclasses
# expect: completed | failed
# log: mmap.mmap,posix.DirEntry
# never: subprocess
# never: socket
# never: ctypes
# never: _java
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    names = [c.__module__ + "." + c.__name__ for c in object.__subclasses__()]
    wanted = ("sub" + "process", "sock" + "et", "c" + "types", "mmap", "posix.DirEntry", "_" + "java")
    log(",".join(n for n in names if n.startswith(wanted)) or "none")
