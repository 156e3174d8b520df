# SPDX-License-Identifier: Apache-2.0
# tries: a header of twenty thousand labels
# expect: completed | failed | invalid
from sextant import rule


@rule(id="hostile", every="1m", labels={f"l{index}": "x" * 100 for index in range(20000)})
def evaluate(ctx):
    pass
