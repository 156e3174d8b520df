# SPDX-License-Identifier: Apache-2.0
# tries: an async evaluate
# expect: invalid | failed
from sextant import rule


@rule(id="hostile", every="1m")
async def evaluate(ctx):
    while True:
        pass
