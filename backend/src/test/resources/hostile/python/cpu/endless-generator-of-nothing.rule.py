# SPDX-License-Identifier: Apache-2.0
# tries: a generator that yields nothing, for ever
# expect: limit wallTime|cpuTime|memory | failed
from sextant import rule


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    while True:
        yield None
