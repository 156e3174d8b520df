# SPDX-License-Identifier: Apache-2.0
# tries: texts of a class that says it is longer than it is
# expect: completed | failed | limit resultBytes
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    class Text(str):
        def __len__(self):
            return 3

        def __getitem__(self, key):
            return "x" * 1000000

        def __str__(self):
            return "y" * 1000000


    yield fire({"host": Text("a")}, reason=Text("b"))
