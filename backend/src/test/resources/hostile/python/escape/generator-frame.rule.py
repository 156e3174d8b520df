# SPDX-License-Identifier: Apache-2.0
# tries: frames out of a generator
# expect: completed | failed
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    def inner():
        yield 1
    generator = inner()
    log(str(generator.gi_frame.f_back), str(sorted(generator.gi_frame.f_globals)[:40]))
