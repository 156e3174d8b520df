# SPDX-License-Identifier: Apache-2.0
# tries: a mutable default kept from one evaluation to the next
# expect: completed
# log: 1
from sextant import rule


def remember(kept=[]):
    kept.append(1)
    return len(kept)


@rule(id="hostile", every="1m")
def evaluate(ctx):
    ctx.log(str(remember()))
