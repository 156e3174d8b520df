# SPDX-License-Identifier: Apache-2.0
# tries: the runtime's internal modules
# expect: completed | failed
# never: JavaObject
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    sys = fire.__globals__["loaded"]["sys"]
    real = fire.__globals__["real_import"]
    for name in ("__graalpython__", "_graalpython", "graalpy", "__polyglot__", "_sysconfigdata", "_imp", "_frozen_importlib", "_testcapi", "_cpython_sre", "builtins", "_winapi", "_opcode", "_tracemalloc", "_sre"):
        try:
            module = real(name)
            log(name + " " + str([n for n in dir(module) if "java" in n or "host" in n or "native" in n or "dump" in n or "debug" in n])[:200])
        except BaseException as error:
            log(name + " " + type(error).__name__ + " " + str(error)[:60])
