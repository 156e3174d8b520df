# SPDX-License-Identifier: Apache-2.0
"""`gen`: made-up series as data. Nothing is computed here: the backend draws the same curve for every language.

This and testing.py are run in contexts that read test files only, after the prelude and in its namespace.
"""
from .values import RuleError, check_options, duration_text, is_number, missing, ms_of, show

DEEPEST_CURVE = 50
MOST_VALUES = 10000
DIGITS = "0123456789"


def curve_number(what, value):
    if not is_number(value):
        raise RuleError(f"{what} takes a number, not {show(value)}")
    return value


def curve_span(what, value):
    """A length of time as a text, above zero."""
    ms = ms_of(value)
    if ms is None or ms <= 0:
        raise RuleError(f'{what} takes a duration such as "30m" or "1d", not {show(value)}')
    return duration_text(ms)


def is_clock(text):
    days, _, clock_time = text.rpartition(" ")
    parts = clock_time.split(":")
    return (
        len(parts) in (2, 3)
        and all(1 <= len(part) <= 2 and all(c in DIGITS for c in part) for part in parts)
        and (days == "" or (days[-1] == "d" and 1 <= len(days) <= 4 and all(c in DIGITS for c in days[:-1])))
    )


def is_calendar(text):
    date, _, clock_time = text.removesuffix("Z").partition("T")
    parts = date.split("-")
    lengths = [len(part) for part in parts]
    return lengths == [4, 2, 2] and all(c in DIGITS for part in parts for c in part) and is_clock(clock_time)


def curve_moment(what, value):
    """A point in time as a text: of the clock on the run's first day, so long after its start, or of the calendar."""
    ms = ms_of(value)
    if ms is not None and ms >= 0:
        return duration_text(ms)
    if hasattr(value, "isoformat") and hasattr(value, "hour"):
        return value.isoformat()[:19]
    if isinstance(value, str) and (is_clock(value) or is_calendar(value)):
        return str(value)
    raise RuleError(
        f'{what} takes a time such as "12:00", "1d 12:00", "90m" after the start or "2026-03-02T12:00", not {show(value)}'
    )


class Curve:
    """How a series goes over time. Every method returns a new curve."""

    __slots__ = ("_json", "_depth")

    def __init__(self, json, depth=1):
        if depth > DEEPEST_CURVE:
            raise RuleError(f"a curve has at most {DEEPEST_CURVE} steps")
        self._json = json
        self._depth = depth

    def _then(self, kind, **fields):
        return Curve({"kind": kind, "of": self._json, **fields}, self._depth + 1)

    def _during(self, kind, at, span, **fields):
        return self._then(kind, **fields, **{"at": curve_moment(kind, at), "for": curve_span(kind, span)})

    def noise(self, share, seed=0):
        if type(seed) is not int:
            raise RuleError(f"noise takes a whole number as seed, not {show(seed)}")
        return self._then("noise", share=curve_number("noise", share), seed=seed)

    def drop(self, share, at, span):
        return self._during("drop", at, span, share=curve_number("drop", share))

    def spike(self, factor, at, span):
        return self._during("spike", at, span, factor=curve_number("spike", factor))

    def shift(self, amount, at, span=None):
        if span is None:
            return self._then("shift", amount=curve_number("shift", amount), at=curve_moment("shift", at))
        return self._during("shift", at, span, amount=curve_number("shift", amount))

    def gap(self, at, span):
        return self._during("gap", at, span)

    def starts(self, at):
        return self._then("starts", at=curve_moment("starts", at))

    def ends(self, at):
        return self._then("ends", at=curve_moment("ends", at))

    def plus(self, other):
        curve = other if isinstance(other, Curve) else gen.constant(other)
        depth = max(self._depth, curve._depth) + 1
        return Curve({"kind": "plus", "of": self._json, "other": curve._json}, depth)

    def times(self, factor):
        return self._then("times", factor=curve_number("times", factor))

    def clamp(self, min, max):
        return self._then("clamp", min=curve_number("clamp", min), max=curve_number("clamp", max))

    def counter(self):
        return self._then("counter")

    def reset(self, at):
        return self._then("reset", at=curve_moment("reset", at))

    def to_json(self):
        return self._json

    def __getattr__(self, name):
        raise missing("a curve", name, [own for own in Curve.__dict__ if not own.startswith("_") and own != "to_json"])


class Generators:
    """`gen`."""

    __slots__ = ()

    def constant(self, value):
        return Curve({"kind": "constant", "value": curve_number("constant", value)})

    def wave(self, period, mean, amplitude):
        return Curve({
            "kind": "wave",
            "period": curve_span("wave", period),
            "mean": curve_number("wave", mean),
            "amplitude": curve_number("wave", amplitude),
        })

    def ramp(self, from_, to, at=None, span=None):
        fields = {"kind": "ramp", "from": curve_number("ramp", from_), "to": curve_number("ramp", to)}
        if at is not None:
            fields.update({"at": curve_moment("ramp", at), "for": curve_span("ramp", span)})
        return Curve(fields)

    def step(self, before, after, at):
        return Curve({
            "kind": "step",
            "before": curve_number("step", before),
            "after": curve_number("step", after),
            "at": curve_moment("step", at),
        })

    def counter(self, per_second):
        return self.constant(per_second).counter()

    def values(self, values, every):
        if not isinstance(values, (list, tuple)) or not 1 <= len(values) <= MOST_VALUES:
            raise RuleError(f"values takes a list of 1 to {MOST_VALUES} numbers, None for none, not {show(values)}")
        numbers = [None if value is None else curve_number("values", value) for value in values]
        return Curve({"kind": "values", "values": numbers, "every": curve_span("values", every)})

    def __getattr__(self, name):
        raise missing("gen", name, [own for own in Generators.__dict__ if not own.startswith("_")])


gen = Generators()
