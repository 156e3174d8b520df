# SPDX-License-Identifier: Apache-2.0
from sextant import rule


def loop(count):
    total = 0
    for i in range(1, count + 1):
        total = (total + i * i) % 1000003
    return total


@rule(id="loop", every="1m", needs=[])
def evaluate(ctx):
    ctx.log(loop(20000000))
    return []
