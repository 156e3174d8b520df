# SPDX-License-Identifier: Apache-2.0
# tries: a database
# expect: failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    import sqlite3
    log(str(sqlite3.connect("/tmp/hostile.db")))
