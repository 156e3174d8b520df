# SPDX-License-Identifier: Apache-2.0
# tries: state of the module kept from one evaluation to the next
# expect: completed
# log: 1
from sextant import rule

count = 0


@rule(id="hostile", every="1m")
def evaluate(ctx):
    global count
    count += 1
    ctx.log(str(count))
