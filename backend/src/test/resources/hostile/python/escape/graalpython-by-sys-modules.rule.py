# SPDX-License-Identifier: Apache-2.0
# tries: the runtime's own modules among those that are loaded
# expect: completed | failed
# log: none
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import sys
    found = [name for name in ("__graalpython__", "polyglot", "java", "jarray", "_ctypes", "_posixsubprocess", "posix", "nt", "_socket") if name in sys.modules]
    usable = []
    for name in found:
        module = sys.modules[name]
        for attribute in ("eval", "type", "system", "fork", "socket", "zeros", "import_value", "execv", "open"):
            if callable(getattr(module, attribute, None)):
                usable.append(name + "." + attribute)
    log(",".join(usable) or "none")
