# SPDX-License-Identifier: Apache-2.0
# tries: rows of the script's own making, as those of a frame
# expect: completed
# log: end
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    host = fire.__globals__["slot"].host
    many = ",".join('{"host": "%d"}' % n for n in range(3000))
    for text in ('{"op": "given", "rows": []}', '{"op": "given", "rows": 7}', '{"op": "given", "rows": [' + many + "]}", '{"op": "given", "rows": [[[[]]]]}'):
        log(str(host("rows", text)[3])[:60])
    log("end")
