# SPDX-License-Identifier: Apache-2.0
"""Rows: what crosses into a rule when a terminal runs. Points stay in the host's array until a rule looks at them."""
from .world import NAN, slot
from .values import MissingMember, RuleError, check_options, members_of, missing
from .texts import read_json, write_json
from .charts import CHART_OPTIONS, Chart


class Series:
    """Where the points of a row lie in the host's array, and those of its sides."""

    __slots__ = ("metric", "labels", "points", "start", "length", "sides", "explain")

    def __init__(self, *fields):
        self.metric, self.labels, self.points, self.start, self.length, self.sides = fields
        self.explain = ""


EMPTY = Series("", {}, (), 0, 0, {})
ELSEWHERE = {
    "before": 'rows of .versus("1w") have it',
    "ratio": 'rows of .versus("1w") have it',
    "difference": 'rows of .versus("1w") have it',
    **{name: "rows of algo.expected(frame) and its like have it" for name in ("score", "tail", "expected", "lower", "upper", "explain")},
    "burn": "rows of .burn_rate(slo=...) have it",
    "breached": "rows of .burn_rate(slo=...) have it",
}


def parts_of(plan):
    """The plans that a plan is made of."""
    found = [plan.get(name) for name in ("input", "left", "right", "part", "whole", "other")]
    found += list(plan.get("frames", {}).values()) + list(plan.get("inputs", ()))
    return [part for part in found if isinstance(part, dict)]


def check_range(plan):
    """A frame that does not say how far back it reads would read everything there is."""
    if plan["op"] == "select" and plan.get("last") is None and plan.get("from") is None:
        raise RuleError(f'{plan["metric"]} needs a range: .last("5m") reads the last five minutes', "metric")
    for part in parts_of(plan):
        check_range(part)


def ask(kind, plan):
    check_range(plan)
    head, points, count, refusal = slot.host(kind, write_json(plan))
    if refusal is not None:
        raise RuleError(refusal)
    return head, points, count


class Cursor:
    """How far the points of an answer were given out."""

    __slots__ = ("points", "start")

    def __init__(self, points):
        self.points = points
        self.start = 0

    def placed(self, head, labels):
        """Where the points of a series and of its sides lie: in the order of the head."""
        length = head["length"]
        series = Series(head.get("metric", ""), labels, self.points, self.start, length, {})
        series.explain = head.get("explain", "")
        self.start += 2 * length
        for name, side in head.get("sides", {}).items():
            series.sides[name] = self.placed(side, labels)
        return series


def fetch_rows(plan):
    """Runs a plan in the host and wraps its series."""
    head, points, _ = ask("rows", plan)
    cursor = Cursor(list(points))
    return [row_of(plan, cursor.placed(series, Labels(series["labels"]))) for series in read_json(head)["series"]]


def count_rows(plan):
    return ask("count", plan)[2]


class Entity:
    """Whom a verdict is about: labels with a name."""

    __slots__ = ("_labels", "_known")

    def __init__(self, labels, known=None):
        """What the graph knows of it is known only of entities that come from there."""
        self._labels = labels
        self._known = known or {}

    @property
    def labels(self):
        return self._labels

    @property
    def name(self):
        return self._known.get("name") or "/".join(self._labels.values())

    @property
    def id(self):
        return self._known.get("id")

    @property
    def type(self):
        return self._known.get("type")

    @property
    def tags(self):
        return tuple(self._known.get("tags", ()))

    @property
    def owners(self):
        return tuple(self._known.get("owners", ()))

    def __getattr__(self, name):
        raise missing("an entity", name, members_of(Entity))

    def __str__(self):
        return self.name

    def __format__(self, form):
        return format(self.name, form)

    def __repr__(self):
        return f"Entity({self.name})"

    def __eq__(self, other):
        return self._labels == other._labels if isinstance(other, Entity) else NotImplemented

    def __hash__(self):
        return hash(tuple(sorted(self._labels.items())))

    def to_json(self):
        return self._labels


class Labels(dict):
    """The labels of a series, which a rule reads and does not change."""

    __slots__ = ()

    def _refuse(self, *arguments, **named):
        raise RuleError("labels are read only; make a dict of your own with dict(s.labels)", "labels")

    __setitem__ = __delitem__ = update = pop = popitem = clear = setdefault = __ior__ = _refuse


class Row:
    """One series that crossed into the rule."""

    __slots__ = ("_plan", "_series", "_labels", "_values", "_times")

    def __init__(self, plan, series):
        self._plan = plan
        self._series = series
        self._labels = series.labels
        self._values = None
        self._times = None

    @property
    def metric(self):
        return self._series.metric

    @property
    def labels(self):
        return self._labels

    @property
    def entity(self):
        return Entity(self._labels)

    @property
    def times(self):
        if self._times is None:
            self._times = times_of(self._series)
        return self._times

    @property
    def values(self):
        if self._values is None:
            self._values = values_of(self._series)
        return self._values

    @property
    def value(self):
        series = self._series
        return NAN if series.length == 0 else series.points[series.start + 2 * series.length - 1]

    @property
    def time(self):
        series = self._series
        return NAN if series.length == 0 else int(series.points[series.start + series.length - 1])

    @property
    def is_missing(self):
        return self._series.length == 0

    def chart(self, **options):
        return Chart(self._plan, self, check_options("chart", options, CHART_OPTIONS))

    def __getattr__(self, name):
        if name in ELSEWHERE:
            raise MissingMember(f"a row has no member {name}; {ELSEWHERE[name]}", name)
        raise missing("a row", name, members_of(type(self)))

    def __repr__(self):
        return f"Row({self.metric}, {'/'.join(self._labels.values())}, {self.value})"

    def __eq__(self, other):
        if not isinstance(other, Row):
            return NotImplemented
        same = self.metric == other.metric and self._labels == other._labels
        return same and self.times == other.times and self.values == other.values

    def __hash__(self):
        return hash((self.metric, tuple(sorted(self._labels.items()))))

    def to_json(self):
        return {"metric": self.metric, "labels": self._labels, "time": self.time, "value": self.value}


def times_of(series):
    return tuple([int(time) for time in series.points[series.start : series.start + series.length]])


def values_of(series):
    first = series.start + series.length
    return tuple(series.points[first : first + series.length])
