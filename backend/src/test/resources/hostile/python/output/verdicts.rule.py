# SPDX-License-Identifier: Apache-2.0
# tries: fifty thousand verdicts
# expect: failed | limit resultBytes|memory|wallTime|cpuTime
from sextant import rule, clear


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    return [clear({"host": f"h{index}"}) for index in range(50000)]
