# SPDX-License-Identifier: Apache-2.0
import math

from sextant import rule, P, fire, clear, unknown


def mean_of(values):
    total = 0.0
    for value in values:
        total += value
    return total / len(values)


def spread_of(values, mean):
    squares = 0.0
    for value in values:
        squares += (value - mean) * (value - mean)
    return math.sqrt(squares / len(values))


@rule(id="overhead", every="10s", needs=["metrics:read:bench.*"], fire=dict(for_="1m", keep="1m"))
def evaluate(ctx, border=P.number(3, min=1, max=10)):
    for s in ctx.data.metric("bench.load").by("host").last("6h", "1m"):
        if len(s.values) < 10:
            yield unknown(s.entity, "too few points")
            continue
        mean = mean_of(s.values)
        away = abs(s.value - mean) / spread_of(s.values, mean)
        yield fire(s.entity, value=s.value, score=away / border) if away > border else clear(s.entity)
