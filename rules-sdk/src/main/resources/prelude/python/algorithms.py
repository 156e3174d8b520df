# SPDX-License-Identifier: Apache-2.0
"""ctx.algo: algorithms as operations of the plan, which the host applies to all rows of a frame at once."""
from .values import RuleError, check_options, duration_argument, is_number, ms_of, show
from .durations import is_moment
from .later import Guarded
from .arguments import label_names
from .entities import relations_plan
from .frames import left_out
from .terminals import Rows

CONDITIONS = ("score_above", "at_least", "min_deviation", "direction")
OF_EXPECTED = ("season", "calendar", "direction", "min_duration", "min_deviation")
OF_FORECAST = ("to", "level", "season", "calendar", "cleanups")

VERBATIM = ("calendar", "graph")
"""Options whose members are called as the rule calls them."""

FAR = 5
"""Steps along relations that causes goes when it is not told."""


class Suspects(Rows):
    """What an algorithm found: rows with scores."""

    __slots__ = ()

    def where(self, **conditions):
        check_options("where of suspects", conditions, CONDITIONS)
        return Suspects({"op": "suspects", "input": self._plan, **options_of(conditions)}, self._size)

    def except_(self, set):
        other, size = left_out(set)
        return Suspects({"op": "except", "input": self._plan, "other": other}, self._size + size)

    __sub__ = except_


class Forecasts(Rows):
    """What is to come of each row."""

    __slots__ = ()

    def time_to(self, limit):
        if not is_number(limit):
            raise RuleError(f"time_to takes the value to reach, as in .time_to(1.0), not {show(limit)}", "time_to")
        return Forecasts({"op": "timeTo", "input": self._plan, "limit": limit}, self._size)

    def except_(self, set):
        other, size = left_out(set)
        return Forecasts({"op": "except", "input": self._plan, "other": other}, self._size + size)

    __sub__ = except_


def camel(name):
    first, *others = str(name).rstrip("_").split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in others)


def options_of(options):
    """Options as the plan writes them."""
    return {
        camel(name): verbatim(value) if name in VERBATIM else option_of(value)
        for name, value in options.items()
        if value is not None
    }


def verbatim(value):
    """What holds names of labels or kinds: they stay as they are."""
    if isinstance(value, dict):
        return {str(name): verbatim(one) for name, one in value.items()}
    return [verbatim(one) for one in value] if isinstance(value, (list, tuple)) else value


def own_options(options):
    """Of an algorithm of the tenant's own: its parameters are called as its file calls them."""
    return {name: option_of(value) for name, value in options.items() if value is not None}


def option_of(value):
    if is_moment(value):
        return round(value.timestamp() * 1000)
    if isinstance(value, dict):
        return options_of(value)
    if isinstance(value, (list, tuple)):
        return [option_of(one) for one in value]
    if not isinstance(value, (str, int, float)) and ms_of(value) is not None:
        return duration_argument("an option", value)
    return value


def frame_of(what, frame):
    if not isinstance(frame, Rows) or isinstance(frame, (Suspects, Forecasts)):
        message = f'algo.{what} takes a frame, as in algo.{what}(data.metric("a").last("14d", "1m")), not {show(frame)}'
        raise RuleError(message, what)
    return frame


def method_of(what, name, value):
    if not isinstance(value, str) or value == "":
        raise RuleError(f'algo.{what} takes the name of a {name}, such as "auto", not {show(value)}', name)
    return str(value)


def applied(what, use, frames, options):
    is_list = isinstance(frames, (list, tuple))
    inputs = [frame_of(what, frame) for frame in (frames if is_list else (frames,))]
    size = sum(frame._size for frame in inputs)
    given = {"inputs": [frame._plan for frame in inputs]} if is_list else {"input": inputs[0]._plan}
    plan = {"op": "algorithm", "use": use, **given, "options": own_options(options) if use.startswith("own/") else options_of(options)}
    return Forecasts(plan, size) if what == "forecast" or use.startswith("forecast.") else Suspects(plan, size)


def planned_name(family, method):
    """Of a method's name within its family, or of an algorithm of the tenant's own, the name that plans use."""
    return method if method.startswith("own/") else f"{family}.{method}"


def expected(frame, **options):
    return applied("expected", "anomaly.auto", frame, check_options("expected", options, OF_EXPECTED))


def detect(frame, method="auto", **options):
    return applied("detect", planned_name("anomaly", method_of("detect", "method", method)), frame, options)


def forecast(frame, model="auto", **options):
    use = planned_name("forecast", method_of("forecast", "model", model))
    return applied("forecast", use, frame, options if use.startswith("own/") else check_options("forecast", options, OF_FORECAST))


def change_points(frame, method="auto", **options):
    return applied("change_points", planned_name("change", method_of("change_points", "method", method)), frame, options)


def onset(frame):
    return applied("onset", "change.onset", frame, {})


def decompose(frame, **options):
    return applied("decompose", "structure.decompose", frame, check_options("decompose", options, ("season",)))


def attribute(frame, method="attribution"):
    return applied("attribute", planned_name("cause", method_of("attribute", "method", method)), frame, {})


def causes(frame, symptom=None, via=(), depth=FAR, volumes=None, **options):
    given = check_options("causes", options, ("began", "worse"))
    graph = relations_plan("causes", symptom, via, depth)
    return applied("causes", "cause.walk", frame if volumes is None else [frame, volumes], {**given, "graph": graph})


def correlate(frame, other=None, **options):
    given = check_options("correlate", options, ("lag",))
    return applied("correlate", "relation.correlation", frame if other is None else [frame, other], given)


def peers(frame, *labels):
    return applied("peers", "anomaly.peers", frame, {"by": label_names("peers", labels)} if labels else {})


def cluster(frame, count=None):
    return applied("cluster", "relation.clusters", frame, {"count": count})


def rank(frames, **options):
    frames = list(frames) if isinstance(frames, (list, tuple)) else [frames]
    return applied("rank", "cause.metricRank", frames, check_options("rank", options, ("began",)))


def use(name):
    named = method_of("use", "name", name)
    return lambda frames, **options: applied("use", named, frames, options)


algo = Guarded("algo", {
    "expected": expected,
    "detect": detect,
    "forecast": forecast,
    "change_points": change_points,
    "onset": onset,
    "decompose": decompose,
    "attribute": attribute,
    "rank": rank,
    "use": use,
    "causes": causes,
    "correlate": correlate,
    "peers": peers,
    "cluster": cluster,
})
