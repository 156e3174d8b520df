# SPDX-License-Identifier: Apache-2.0
# tries: mistakes whose texts are megabytes long
# expect: invalid
from sextant import rule


@rule(**{f"f{index}" + "x" * 2000000: index for index in range(10)})
def evaluate(ctx):
    pass
