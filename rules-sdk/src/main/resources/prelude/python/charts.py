# SPDX-License-Identifier: Apache-2.0
"""Charts: evidence that a verdict carries. Declarative; drawn after the evaluation, if its verdict is kept."""
from .world import slot
from .values import RuleError, duration_argument, duration_text, is_number, ms_of, show
from .texts import label_text
from .rows import times_of, values_of
from .shapes import KEEPS_ROWS, before_of
from .drawings import drawn_finding

CHART_OPTIONS = ("title", "unit", "around", "line", "lines", "band", "forecast", "history")
STEPS = tuple(1000 * seconds for seconds in (10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21600, 86400))
NEED_TWO_POINTS = ("rate", "stddev", "quantile")
OVER_A_RANGE = ("sum", "count", "increase", "delta")
POINTS_OF_A_CHART = 180
SERIES_OF_A_CHART = 20


class Chart:
    """A declared chart."""

    __slots__ = ("_plan", "_row", "_options")

    def __init__(self, plan, row, options):
        self._plan = plan
        self._row = row
        self._options = read_chart_options(options)
        asked = [self._options[name] for name in ("band", "forecast", "history")]
        if any(asked) and algorithm_of(plan) is None:
            message = "the chart options band, forecast and history are for results of algo, as in algo.expected(frame)"
            raise RuleError(message, "chart")

    def __repr__(self):
        return "Chart()"


def draw_chart(chart, fetch):
    """The chart as data; asks the host when the row itself has too few points."""
    row, options, plan = chart._row, chart._options, chart._plan
    found = algorithm_of(plan)
    if found is not None:
        drawn = drawn_finding(found, row, options, fetch)
        return {"title": options["title"], "unit": options["unit"], "lines": options["lines"], **drawn}
    around = options["around"]
    own = around is None and row is not None and len(row.times) > 1
    if own:
        drawn = [row]
    else:
        labels = None if row is None else row.labels
        drawn = fetch(drawing_plan(plan, around or "1h", labels))
    return {
        "title": options["title"],
        "unit": options["unit"],
        "series": [line for source in drawn for line in lines_of(source)][:SERIES_OF_A_CHART],
        "lines": options["lines"],
        "bands": [],
        "areas": [] if own else range_of(plan),
    }


def algorithm_of(plan):
    """The algorithm whose result a plan is; None when it is none."""
    while plan["op"] == "timeTo" or plan["op"] in KEEPS_ROWS:
        plan = plan["input"]
    return plan if plan["op"] == "algorithm" else None


def read_chart_options(options):
    lines = options.get("lines")
    lines = [] if lines is None else lines
    if not isinstance(lines, (list, tuple)):
        raise RuleError(f"chart wants a list as lines, as in lines=[0.7, 0.9], not {show(lines)}", "lines")
    line, around, history = options.get("line"), options.get("around"), options.get("history")
    return {
        "title": short_text(options.get("title"), 200),
        "unit": short_text(options.get("unit"), 40),
        "around": None if around is None else duration_argument("around", around),
        "band": options.get("band") is True,
        "forecast": options.get("forecast") is True,
        "history": None if history is None else duration_argument("history", history),
        "lines": [read_line(one) for one in ([] if line is None else [line]) + list(lines)],
    }


def short_text(value, limit):
    return None if value is None else str(value)[:limit]


def read_line(line):
    value, name = (line.get("value"), line.get("name")) if isinstance(line, dict) else (line, None)
    if not is_number(value):
        raise RuleError(f"a line of a chart is a number or dict(value=..., name=...), not {show(line)}", "line")
    return {"value": value} if name is None else {"value": value, "name": str(name)[:80]}


def lines_of(row):
    """A row as one line; what it was before is a second one."""
    name = row.entity.name or row.metric
    own = {"name": name, "labels": row.labels, "times": row.times, "values": row.values}
    before = before_of(row)
    if before is None:
        return [own]
    earlier = {"times": times_of(before), "values": values_of(before)}
    return [own, {"name": f"{name} before", "labels": row.labels, **earlier}]


def range_of(plan):
    """The stretch that a single aggregated value was judged on."""
    judged = first_select(plan)
    if judged.get("last") is None or judged.get("aggregate") is None or judged.get("step") is not None:
        return []
    return [{"from": slot.now - ms_of(judged["last"]), "to": slot.now}]


def first_select(plan):
    while plan["op"] != "select":
        if plan["op"] in ("entities", "given"):
            raise RuleError("entities have no chart of their own: draw a row that is joined to them, as in s.errors.chart()", "chart")
        plan = plan.get("input") or plan.get("left") or plan.get("whole") or plan["inputs"][0]
    return plan


def drawing_plan(plan, around, labels):
    """The plan of a row, stretched over the time that the chart shows and narrowed to the row's own series."""
    op = plan["op"]
    if op == "select":
        return stretched(plan, around, labels)
    if op == "arithmetic":
        right = plan["right"]
        right = drawing_plan(right, around, labels) if isinstance(right, dict) else right
        return {**plan, "left": drawing_plan(plan["left"], around, labels), "right": right}
    if op == "ratio":
        return drawn_ratio(plan, stretch(around, labels), plan["whole"].get("step") or plan["whole"].get("last"))
    if op == "burnRate":
        ratio = drawn_ratio(plan["input"], stretch(around, labels), plan["windows"][0])
        return drawn_burn(ratio, plan["objective"])
    if op == "versus":
        return {**plan, "input": drawing_plan(plan["input"], around, labels)}
    if op == "absent":
        return stretched(plan["input"], around, labels)
    if op in ("entities", "given"):
        return first_select(plan)
    return drawing_plan(plan["input"], around, labels)


def stretch(around, labels):
    return lambda plan: stretched(plan, around, labels)


def drawn_ratio(plan, stretching, step):
    def side(part):
        drawn = {**stretching(part), "step": step}
        del drawn["aggregate"]
        return {name: value for name, value in drawn.items() if value is not None}

    return {**plan, "part": side(plan["part"]), "whole": side(plan["whole"])}


def drawn_burn(ratio, objective):
    """The burn over the first window, as it went: (1 - ratio) / (1 - objective)."""
    missed = {"op": "arithmetic", "operator": "times", "left": ratio, "right": -1}
    plus = {"op": "arithmetic", "operator": "plus", "left": missed, "right": 1}
    return {"op": "arithmetic", "operator": "over", "left": plus, "right": 1 - objective}


def stretched(plan, around, labels):
    wanted = ms_of(around) / POINTS_OF_A_CHART
    fitting = next((size for size in STEPS if size >= wanted), STEPS[-1])
    drawn = {name: value for name, value in plan.items() if name not in ("from", "to")}
    narrow(drawn, labels)
    drawn["last"] = around
    drawn["step"] = drawing_step(plan, fitting)
    drawn["aggregate"] = plan.get("aggregate", "avg")
    return drawn


def narrow(drawn, labels):
    """Leaves a selection the series of one row only."""
    if labels and drawn.pop("of", None) is not None and "by" not in drawn and "without" not in drawn:
        drawn["by"] = list(labels)
    if labels:
        drawn["where"] = {**drawn.get("where", {}), **{name: label_text(value) for name, value in labels.items()}}


def drawing_step(plan, fitting):
    aggregate, last = plan.get("aggregate"), plan.get("last")
    if aggregate in OVER_A_RANGE and plan.get("step") is None and last is not None:
        return last
    return duration_text(max(fitting, 60000) if aggregate in NEED_TWO_POINTS else fitting)
