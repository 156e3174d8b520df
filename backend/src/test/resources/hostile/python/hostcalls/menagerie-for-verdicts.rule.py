# SPDX-License-Identifier: Apache-2.0
# tries: verdicts, parameters and headers of every odd value
# expect: completed | failed | limit wallTime|cpuTime
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Trap:
        def __getattr__(self, name):
            raise ValueError("trap")
    odd = [None, float("nan"), 10 ** 400, "x" * 100000, b"x", object(), type, lambda: 1, [], {}, {1: 2}, Trap(), ...]
    texts, tried = set(), 0
    for make in (fire, clear, suppressed, unknown, rule, P.number, P.list, P.enum, P.duration):
        for one in odd:
            for two in odd:
                try:
                    make(one, reason=two) if make in (fire, clear, suppressed) else make(one, two)
                except Exception as error:
                    try:
                        texts.add(str(error)[:120])
                    except Exception:
                        continue
                tried += 1
    log(f"tried {tried}")
    for text in texts:
        log(text)
