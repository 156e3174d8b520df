# SPDX-License-Identifier: Apache-2.0
# tries: text that reads otherwise than it runs
# expect: completed | invalid
from sextant import rule


@rule(id="hostile", every="1m")
def evaluate(ctx):
    """‮ } ⁦if safe⁩ ⁦ begin"""
