# SPDX-License-Identifier: Apache-2.0
# tries: a duration on which the reader overflows
# expect: invalid
from sextant import rule


@rule(id="hostile", every="1s" * 30000)
def evaluate(ctx):
    pass
