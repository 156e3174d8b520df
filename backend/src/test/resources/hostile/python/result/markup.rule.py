# SPDX-License-Identifier: Apache-2.0
# tries: markup and code in texts
# expect: completed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    return [fire({"host": "<img src=x onerror=alert(1)>"}, reason="<script>alert(1)</script>{{7*7}}${7*7}")]
