# SPDX-License-Identifier: Apache-2.0
# tries: modules that are built into the runtime
# expect: failed
# never: uid=
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import sys
    for finder in sys.meta_path:
        spec = finder.find_spec("posix", None)
        if spec is not None:
            module = spec.loader.load_module("posix")
            module.system("id")
