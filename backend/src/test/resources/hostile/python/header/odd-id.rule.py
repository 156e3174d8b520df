# SPDX-License-Identifier: Apache-2.0
# tries: an identifier that is a path
# expect: invalid
from sextant import rule


@rule(id="../../etc/passwd", every="1m")
def evaluate(ctx):
    pass
