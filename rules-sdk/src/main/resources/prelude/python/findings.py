# SPDX-License-Identifier: Apache-2.0
"""The rows of results of algorithms: one shape for all of them, whatever stands beside the row by name."""
from .world import NAN, is_finite
from .values import RuleError, did_you_mean, ms_of
from .durations import Duration
from .rows import Row, times_of, values_of


class Side:
    """What stands beside a row, at its own times."""

    __slots__ = ("times", "values")

    def __init__(self, series):
        self.times = times_of(series)
        self.values = values_of(series)

    def to_json(self):
        return {"times": self.times, "values": self.values}


class Beyond(Duration):
    """A length of time that is longer than what was looked at."""

    __slots__ = ("_seen",)

    def __init__(self, seen):
        self._ms = float("inf")
        self._seen = seen

    @property
    def human(self):
        return f"more than {self._seen.human}"

    def __str__(self):
        return f"more than {self._seen}"

    __repr__ = __str__

    def to_json(self):
        return None


class Finding(Row):
    """A row of which an algorithm said something."""

    __slots__ = ()

    def _last(self, name):
        side = self._series.sides.get(name)
        return NAN if side is None or side.length == 0 else side.points[side.start + 2 * side.length - 1]

    @property
    def explain(self):
        return self._series.explain

    @property
    def expected(self):
        return self._last("expected")

    @property
    def lower(self):
        return self._last("lower")

    @property
    def upper(self):
        return self._last("upper")

    def side(self, name):
        side = self._series.sides.get(name)
        if side is None:
            raise RuleError(f"nothing called {name} stands beside the row{did_you_mean(name, tuple(self._series.sides))}", name)
        return Side(side)


class Suspect(Finding):
    """A row that was scored."""

    __slots__ = ()

    @property
    def score(self):
        return self._last("score")

    @property
    def tail(self):
        return self._last("tail")

    def to_json(self):
        found = {"score": self.score, "expected": self.expected, "lower": self.lower, "upper": self.upper}
        return {**Row.to_json(self), **found, "explain": self.explain}


class ForecastRow(Finding):
    """A row with what is to come."""

    __slots__ = ()

    def _time_of(self, name):
        """Milliseconds after now; what lies behind the end of the forecast is only known to be later."""
        ms = self._last(name)
        if is_finite(ms):
            return Duration(ms)
        plan = self._plan
        while plan["op"] != "algorithm":
            plan = plan["input"]
        return Beyond(Duration(ms_of(plan["options"].get("to", "1d"))))

    @property
    def fit(self):
        return self._last("fit")

    @property
    def earliest(self):
        return self._time_of("earliest")

    @property
    def median(self):
        return self._time_of("median")

    @property
    def latest(self):
        return self._time_of("latest")

    def to_json(self):
        found = {"fit": self.fit, "earliest": self.earliest, "median": self.median, "latest": self.latest}
        return {**Row.to_json(self), **found}
