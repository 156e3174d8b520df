# SPDX-License-Identifier: Apache-2.0
# tries: a timeout of a year
# expect: invalid
from sextant import rule


@rule(id="hostile", every="1m", timeout="365d")
def evaluate(ctx):
    pass
