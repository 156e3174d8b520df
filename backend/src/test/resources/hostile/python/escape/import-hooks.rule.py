# SPDX-License-Identifier: Apache-2.0
# tries: to import by hooks of the script's own
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import sys
    class Finder:
        @staticmethod
        def find_spec(name, path=None, target=None):
            import importlib.machinery
            return importlib.machinery.ModuleSpec(name, importlib.machinery.SourceFileLoader(name, "/etc/passwd"))
    sys.meta_path.insert(0, Finder)
    import passwd
    log(str(passwd))
