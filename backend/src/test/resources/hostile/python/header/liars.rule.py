# SPDX-License-Identifier: Apache-2.0
# tries: fields that answer otherwise every time they are read
# expect: invalid | failed | completed
from sextant import rule


class Liar(str):
    def __str__(self):
        return "999999999w" * 60

    def __len__(self):
        return 2


@rule(id="hostile", every=Liar("1m"), title=Liar("x"), needs=[Liar("metrics:read:*")])
def evaluate(ctx):
    pass
