# SPDX-License-Identifier: Apache-2.0
# tries: verdicts without end
# expect: limit wallTime|cpuTime|memory|resultBytes | failed
from sextant import rule, clear


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    index = 0
    while True:
        index += 1
        yield clear({"host": f"h{index}"})
