# SPDX-License-Identifier: Apache-2.0
"""Lengths of time as values."""
from .world import loaded
from .values import HUMAN_UNITS, UNITS, RuleError, duration_text, is_number, math_round, members_of, missing, ms_of, show


class Duration:
    """A length of time: adds, subtracts and compares with its like and with texts such as "5m"; prints as "90s"."""

    __slots__ = ("_ms",)

    def __init__(self, value):
        ms = math_round(value) if is_number(value) else ms_of(value)
        if ms is None:
            raise RuleError(f'a duration is written "30s", "5m", "1h" or "14d", not {show(value)}')
        self._ms = ms

    @property
    def ms(self):
        return self._ms

    @property
    def seconds(self):
        return self._ms / 1000

    @property
    def minutes(self):
        return self._ms / 60000

    @property
    def hours(self):
        return self._ms / 3600000

    @property
    def days(self):
        return self._ms / 86400000

    @property
    def human(self):
        """Two units at most: "3 d 4 h", "12 min"."""
        parts = []
        rest = abs(self._ms)
        for unit, size in UNITS:
            amount, rest = divmod(rest, size)
            if amount > 0:
                parts.append(f"{amount} {HUMAN_UNITS[unit]}")
        return ("-" if self._ms < 0 else "") + (" ".join(parts[:2]) or "0 s")

    def plus(self, other):
        return Duration(self._ms + length_of("plus", other))

    def minus(self, other):
        return Duration(self._ms - length_of("minus", other))

    def times(self, factor):
        return Duration(self._ms * factor_of("times", factor))

    def over(self, other):
        """How often another length fits, or the part that a number makes of this one."""
        return Duration(self._ms / factor_of("over", other)) if is_number(other) else self._ms / length_of("over", other)

    def compare(self, other):
        ms = length_of("compare", other)
        return (self._ms > ms) - (self._ms < ms)

    def before(self, time):
        return moment_of("before", time) - self._timedelta()

    def after(self, time):
        return moment_of("after", time) + self._timedelta()

    def __getattr__(self, name):
        raise missing("a duration", name, members_of(Duration))

    def __str__(self):
        return duration_text(self._ms)

    def __repr__(self):
        return f'Duration("{duration_text(self._ms)}")'

    def __format__(self, form):
        return format(str(self), form)

    def to_json(self):
        return duration_text(self._ms)

    def __int__(self):
        return self._ms

    def __float__(self):
        return float(self._ms)

    def __bool__(self):
        return self._ms != 0

    def __hash__(self):
        return hash(self._ms)

    def __eq__(self, other):
        ms = size_of(other)
        return NotImplemented if ms is None else self._ms == ms

    def __lt__(self, other):
        ms = size_of(other)
        return NotImplemented if ms is None else self._ms < ms

    def __le__(self, other):
        ms = size_of(other)
        return NotImplemented if ms is None else self._ms <= ms

    def __gt__(self, other):
        ms = size_of(other)
        return NotImplemented if ms is None else self._ms > ms

    def __ge__(self, other):
        ms = size_of(other)
        return NotImplemented if ms is None else self._ms >= ms

    def __add__(self, other):
        if is_moment(other):
            return other + self._timedelta()
        ms = size_of(other)
        return NotImplemented if ms is None else Duration(self._ms + ms)

    __radd__ = __add__

    def __sub__(self, other):
        ms = size_of(other)
        return NotImplemented if ms is None else Duration(self._ms - ms)

    def __rsub__(self, other):
        if is_moment(other):
            return other - self._timedelta()
        ms = size_of(other)
        return NotImplemented if ms is None else Duration(ms - self._ms)

    def __mul__(self, factor):
        return Duration(self._ms * factor) if is_number(factor) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if is_number(other):
            return Duration(self._ms / other)
        ms = size_of(other)
        return NotImplemented if ms is None else self._ms / ms

    def __neg__(self):
        return Duration(-self._ms)

    def __abs__(self):
        return Duration(abs(self._ms))

    def _timedelta(self):
        return loaded["datetime"].timedelta(milliseconds=self._ms)


def size_of(value):
    """Milliseconds of what a duration compares with: its like, a text, or a number of milliseconds."""
    return value if is_number(value) else ms_of(value)


def is_moment(value):
    datetime = loaded.get("datetime")
    return datetime is not None and isinstance(value, datetime.datetime)


def length_of(operator, value):
    ms = ms_of(value)
    if ms is None:
        raise RuleError(f'.{operator} of a duration takes another one, such as "5m", not {show(value)}', operator)
    return ms


def factor_of(operator, value):
    if not is_number(value):
        raise RuleError(f".{operator} of a duration takes a number, not {show(value)}", operator)
    return value


def moment_of(operator, time):
    """A datetime, or the one of epoch milliseconds."""
    if is_moment(time):
        return time
    import datetime

    return datetime.datetime.fromtimestamp(factor_of(operator, time) / 1000, datetime.timezone.utc)
