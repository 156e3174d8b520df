# SPDX-License-Identifier: Apache-2.0
# tries: to make the runtime itself fail, for the text of its failure
# expect: failed | completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    for make in (lambda: type("x", (int, str), {}), lambda: memoryview(b"x").cast("Z"), lambda: "x".encode("no-such"), lambda: b"\xff".decode("utf-7"), lambda: "{:!}".format(1), lambda: int("x" * 5000), lambda: chr(-1), lambda: bytes(-1), lambda: compile("x", "y", "z"), lambda: __import__(""), lambda: __import__("a" * 10000), lambda: __import__("x\x00y"), lambda: open("\x00"), lambda: getattr(1, "x" * 10000)):
        try:
            make()
        except BaseException as error:
            log(type(error).__name__ + " " + str(error)[:150])
