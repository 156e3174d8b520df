# SPDX-License-Identifier: Apache-2.0
"""The rows that operators make: which class a plan's rows have, and where the points of their sides lie."""
from .world import NAN
from .values import missing
from .rows import EMPTY, Row, Series
from .findings import ForecastRow, Suspect

# Operators that keep rows as they are, or leave them out.
KEEPS_ROWS = ("whereNow", "top", "bottom", "except", "suspects")
ROW_MEMBERS = ("entity", "labels", "metric", "value", "time", "values", "times", "is_missing", "chart", "to_json")


def last_of(series):
    return NAN if series is None or series.length == 0 else series.points[series.start + 2 * series.length - 1]


def row_of(plan, series):
    """The row that a plan makes of a series; a row of a joined frame has one row per name."""
    while plan["op"] in KEEPS_ROWS:
        plan = plan["input"]
    return ROW_KINDS.get(plan["op"], Row)(plan, series)


class VersusRow(Row):
    """A row of `.versus`: what it was before."""

    __slots__ = ()

    @property
    def before(self):
        return last_of(self._series.sides.get("before"))

    @property
    def ratio(self):
        return divided(self.value, self.before)

    @property
    def difference(self):
        return self.value - self.before

    def to_json(self):
        return {**Row.to_json(self), "before": self.before, "ratio": self.ratio, "difference": self.difference}


def divided(left, right):
    """As floating-point numbers divide: without an error for zero."""
    if right != 0:
        return left / right
    return NAN if left == 0 or left != left or right != right else left * float("inf")


def before_of(row):
    """The points of a row of `.versus` as they were before; of other rows None."""
    return row._series.sides.get("before", EMPTY) if isinstance(row, VersusRow) else None


class BurnRow(Row):
    """A row of `.burn_rate`: how fast the error budget burns, per window."""

    __slots__ = ()

    @property
    def burn(self):
        return {window: last_of(self._series.sides.get(window)) for window in self._plan["windows"]}

    @property
    def breached(self):
        return self.value > self._plan["factor"]

    def to_json(self):
        return {**Row.to_json(self), "burn": self.burn, "breached": self.breached}


class JoinedRow(Row):
    """A row of `.join`: beside its own value a row per joined frame, which may be missing."""

    __slots__ = ("_joined",)

    def __init__(self, plan, series):
        Row.__init__(self, plan, series)
        self._joined = {}
        for name, joined in plan["frames"].items():
            side = series.sides.get(name)
            self._joined[name] = row_of(joined, Series("", self._labels, (), 0, 0, {}) if side is None else side)

    def __getattr__(self, name):
        joined = object.__getattribute__(self, "_joined")
        if name in joined:
            return joined[name]
        raise missing("a row", name, ROW_MEMBERS[:-1] + tuple(joined))

    def to_json(self):
        return {**Row.to_json(self), **self._joined}


def finding_of(plan, series):
    """The row that an algorithm makes of a series."""
    if plan["op"] == "timeTo" or plan["use"].startswith("forecast."):
        return ForecastRow(plan, series)
    is_forecast = plan["use"].startswith("own/") and "score" not in series.sides
    return ForecastRow(plan, series) if is_forecast else Suspect(plan, series)


ROW_KINDS = {"versus": VersusRow, "burnRate": BurnRow, "join": JoinedRow, "algorithm": finding_of, "timeTo": finding_of}
