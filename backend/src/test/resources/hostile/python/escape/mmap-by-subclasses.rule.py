# SPDX-License-Identifier: Apache-2.0
# tries: memory and open descriptors by the mmap class among object's subclasses
# expect: completed | failed | limit memory
# never: mapped
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    found = [c for c in object.__subclasses__() if c.__name__ == "mmap"]
    for descriptor in range(0, 40):
        try:
            log("map" + "ped", descriptor, bytes(found[0](descriptor, 4096)[:64]))
        except Exception as problem:
            log(type(problem).__name__, str(problem)[:60])
