# SPDX-License-Identifier: Apache-2.0
"""Frames: handles on a lazy plan. An operator returns a new frame and asks nobody; a terminal makes one host call."""
from .world import slot
from .values import RuleError, duration_argument, duration_text, is_number, ms_of, show
from .arguments import COMPARISONS, burn_windows, check_joined_name, condition, instant, label_names
from .arguments import objective_of, word_of
from .terminals import Rows
from .entities import EntitySet, named_rows

MOST_JOINED = 10


def covers(pattern, name):
    """Whether a right names a metric: "svc.*" covers all that begin with "svc."."""
    return name.startswith(pattern[:-1]) if pattern.endswith("*") else name == pattern


def selection(what, name):
    if not isinstance(name, str) or name == "":
        raise RuleError(f'{what} takes the name of a metric, as in data.metric("host.cpu.usage_ratio"), not {show(name)}')
    patterns = [need[13:] for need in slot.needs if need.startswith("metrics:read:")]
    if not any(covers(pattern, name) for pattern in patterns):
        family = f"{name.split('.')[0]}.*" if "." in name else name
        raise RuleError(f'the rule reads {name}, which its needs do not name; add "metrics:read:{family}" to needs', "needs")
    return {"op": "select", "metric": str(name)}


def metric_frame(name):
    return Frame(selection("data.metric", name))


def ratio_frame(part, whole):
    return Frame({"op": "ratio", "part": selection("data.ratio", part), "whole": selection("data.ratio", whole)}, 2)


def changed(plan, fields):
    """A selection with other fields; a field that is None is left out."""
    return {name: value for name, value in {**plan, **fields}.items() if value is not None}


def join_frames(plan, own, frames, named):
    """Frames beside the rows of a plan: of series, or of entities."""
    given = {**(frames if isinstance(frames, dict) else {}), **named}
    if not 1 <= len(given) <= MOST_JOINED or not all(isinstance(frame, Rows) for frame in given.values()):
        raise RuleError(f"join takes 1 to {MOST_JOINED} frames by name, as in .join(errors=errors, latency=latency)", "join")
    for name in given:
        check_joined_name(name)
    plans = {name: frame._plan for name, frame in given.items()}
    return Frame({"op": "join", "input": plan, "frames": plans}, own + sum(frame._size for frame in given.values()))


def left_out(other):
    """The plan and the size of whom `.except_` leaves out."""
    return (other._plan, other._size) if isinstance(other, Rows) else (named_rows("except_", other), 0)


class Frame(Rows):
    """Series as they are read, or what operators make of them."""

    __slots__ = ()

    def _selecting(self, operator, change):
        """The frame with its selection changed; of a ratio both selections change."""
        plan = self._plan
        if plan["op"] == "ratio":
            return Frame({**plan, "part": change(plan["part"]), "whole": change(plan["whole"])}, 2)
        if plan["op"] != "select":
            raise RuleError(f".{operator} works on the series of a metric: put it before .{word_of(plan)}", operator)
        return Frame(change(plan))

    def _with(self, operator, **fields):
        return self._selecting(operator, lambda plan: changed(plan, fields))

    def where(self, conditions=None, **labels):
        if conditions is not None and not isinstance(conditions, dict):
            raise RuleError(f'where takes labels, as in .where(host="a") or .where({{"host": "a"}}), not {show(conditions)}', "where")
        given = {**(conditions or {}), **labels}
        read = {str(label): condition(label, value) for label, value in given.items()}
        return self._selecting("where", lambda plan: {**plan, "where": {**plan.get("where", {}), **read}})

    def by(self, *labels):
        return self._with("by", by=label_names("by", labels), without=None)

    def without(self, *labels):
        return self._with("without", without=label_names("without", labels), by=None)

    def of(self, entities):
        return self._with("of", of=named_rows("of", entities))

    def last(self, length=None, step=None):
        """With a duration: how far back to read. Without: the last value of each series."""
        if length is None:
            return self._aggregate("last")
        step = None if step is None else duration_argument("the step of last", step)
        return self._with("last", last=duration_argument("last", length), step=step, **{"from": None, "to": None})

    def window(self, start, end, step=None):
        begin, finish = instant("start", start), instant("end", end)
        if finish <= begin or finish > slot.now:
            raise RuleError("window must end after its start and not after now: a rule sees the data as of its slot", "window")
        step = None if step is None else duration_argument("the step of window", step)
        return self._with("window", last=None, step=step, **{"from": begin, "to": finish})

    def offset(self, length):
        return self._with("offset", offset=duration_argument("offset", length))

    def versus(self, length):
        if self._plan["op"] in ("versus", "join"):
            raise RuleError(f".versus compares one value: put it before .{self._plan['op']}", "versus")
        return Frame({"op": "versus", "input": self._plan, "offset": duration_argument("versus", length)}, 2 * self._size)

    def _aggregate(self, aggregate, operator=None, **more):
        operator = operator or aggregate
        plan = self._plan
        if plan["op"] == "ratio":
            raise RuleError(f"data.ratio has one value per series already: leave out .{operator}()", operator)
        if plan["op"] == "select" and plan.get("aggregate") is not None:
            message = f".{operator}() comes after .{plan['aggregate']}(): a frame has one aggregation"
            raise RuleError(message, operator)
        return self._with(operator, aggregate=aggregate, **more)

    def avg(self):
        return self._aggregate("avg")

    def sum(self):
        return self._aggregate("sum")

    def min(self):
        return self._aggregate("min")

    def max(self):
        return self._aggregate("max")

    def first(self):
        return self._aggregate("first")

    def stddev(self):
        return self._aggregate("stddev")

    def quantile(self, q):
        if not is_number(q) or not 0 <= q <= 1:
            raise RuleError(f"quantile takes a number from 0 to 1, as in .quantile(0.99), not {show(q)}", "quantile")
        return self._aggregate("quantile", quantile=q)

    def rate(self):
        return self._aggregate("rate")

    def increase(self):
        return self._aggregate("increase")

    def delta(self):
        return self._aggregate("delta")

    def count_points(self):
        return self._aggregate("count", "count_points")

    def absent(self, lookback="1d"):
        plan = self._plan
        if plan["op"] != "select" or plan.get("aggregate") is not None:
            raise RuleError('.absent looks at the series of a metric, as in data.metric("a").last("5m").absent()', "absent")
        return Frame({"op": "absent", "input": plan, "lookback": duration_argument("absent", lookback)}, 2)

    def burn_rate(self, slo=None, windows=("5m", "1h"), factor=14.4):
        if self._plan["op"] != "ratio":
            raise RuleError('.burn_rate works on a ratio of good events, as in data.ratio("http.success", "http.total")', "burn_rate")
        lengths = burn_windows(windows)
        if not is_number(factor) or factor <= 0:
            raise RuleError(f"burn_rate takes a factor above 0, such as 14.4, not {show(factor)}", "factor")
        fields = {"last": duration_text(max(map(ms_of, lengths))), "from": None, "to": None, "step": None}
        part, whole = (changed(self._plan[side], fields) for side in ("part", "whole"))
        plan = {"op": "burnRate", "input": {**self._plan, "part": part, "whole": whole}, "objective": objective_of(slo)}
        return Frame({**plan, "windows": lengths, "factor": factor}, 2 * len(lengths))

    def _arithmetic(self, operator, other):
        if not isinstance(other, Frame) and not is_number(other):
            raise RuleError(f".{operator} takes a frame or a number, not {show(other)}", operator)
        right, size = (other._plan, other._size) if isinstance(other, Frame) else (other, 0)
        return Frame({"op": "arithmetic", "operator": operator, "left": self._plan, "right": right}, self._size + size)

    def plus(self, other):
        return self._arithmetic("plus", other)

    def minus(self, other):
        return self._arithmetic("minus", other)

    def __sub__(self, other):
        return self.except_(other) if isinstance(other, EntitySet) else self.minus(other)

    def times(self, other):
        return self._arithmetic("times", other)

    def over(self, other):
        return self._arithmetic("over", other)

    __add__ = __radd__ = plus
    __mul__ = __rmul__ = times
    __truediv__ = over

    def __rsub__(self, other):
        return self.times(-1).plus(other)

    def __rtruediv__(self, other):
        raise RuleError("a number cannot be divided by a frame; divide the frame, and turn the comparison round", "over")

    def where_now(self, comparison, value):
        if comparison not in COMPARISONS:
            raise RuleError(f"where_now compares with one of {' '.join(COMPARISONS)}, not {show(comparison)}", "where_now")
        number = value if is_number(value) else ms_of(value)
        if number is None:
            raise RuleError(f'where_now compares with a number, as in .where_now(">", 0.9), not {show(value)}', "where_now")
        return Frame({"op": "whereNow", "input": self._plan, "comparison": comparison, "value": number}, self._size)

    def _edge(self, edge, count):
        if not isinstance(count, int) or isinstance(count, bool) or count < 1:
            raise RuleError(f".{edge} takes how many rows to keep, as in .{edge}(10), not {show(count)}", edge)
        return Frame({"op": edge, "input": self._plan, "count": count}, self._size)

    def top(self, count):
        return self._edge("top", count)

    def bottom(self, count):
        return self._edge("bottom", count)

    def except_(self, other):
        plan, size = left_out(other)
        return Frame({"op": "except", "input": self._plan, "other": plan}, self._size + size)

    def join(self, frames=None, **named):
        return join_frames(self._plan, self._size, frames, named)
