# SPDX-License-Identifier: Apache-2.0
# tries: the finer clocks
# expect: completed | failed
# log: 0
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import time
    names = ("perf_counter_ns", "monotonic_ns", "process_time_ns", "thread_time_ns", "time_ns")
    elapsed = 0
    for name in names:
        clock = getattr(time, name, None)
        if clock is not None:
            try:
                began = clock()
                for _ in range(100000):
                    pass
                elapsed += clock() - began
            except Exception as error:
                log(str(error))
    log(str(elapsed))
