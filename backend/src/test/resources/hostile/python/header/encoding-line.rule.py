# SPDX-License-Identifier: Apache-2.0
# tries: another encoding of the source
# expect: invalid | completed
# -*- coding: utf-7 -*-
from sextant import rule


@rule(id="hostile", every="1m")
def evaluate(ctx):
    pass
