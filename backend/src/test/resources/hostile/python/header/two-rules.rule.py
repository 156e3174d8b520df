# SPDX-License-Identifier: Apache-2.0
# tries: a file of two rules
# expect: invalid | failed | completed
from sextant import rule


@rule(id="one", every="1m")
def first(ctx):
    pass


@rule(id="two", every="1m")
def second(ctx):
    pass
