# SPDX-License-Identifier: Apache-2.0
# tries: every operator of a frame with every odd value
# expect: completed | failed | limit hostCalls|wallTime|cpuTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Trap:
        def __getattr__(self, name):
            raise ValueError("trap")
        def __str__(self):
            raise ValueError("trap")
    odd = [None, float("nan"), float("inf"), -1, 0, 10 ** 400, "", "\x00", "x" * 100000, b"x", object(), type, lambda: 1, [], [[]], {}, {1: 2}, set(), Trap(), ..., complex(1, 2), range(3), iter([]), ctx, state]
    frame, texts, tried = data.metric("m").last("5m"), set(), 0
    for name in dir(frame):
        if not name.startswith("__"):
            for one in odd:
                try:
                    getattr(frame, name)(one)
                except Exception as error:
                    try:
                        texts.add(str(error)[:120])
                    except Exception:
                        continue
                tried += 1
    log(f"tried {tried}")
    for text in texts:
        log(text)
