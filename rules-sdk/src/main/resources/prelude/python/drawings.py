# SPDX-License-Identifier: Apache-2.0
"""How results of algorithms are drawn: the algorithm is asked again for the one row, with as much of it as is shown."""
from .world import is_finite, slot
from .charts import lines_of, narrow

POINTS_OF_A_LINE = 400
ROWS_OF_A_CHART = 20


def drawn_finding(plan, row, options, fetch):
    """The parts of the chart of a row, or of all rows of a result."""
    labels = {} if row is None else row.labels
    is_input = "inputs" in plan or plan["use"].startswith(("change.", "cause."))
    if is_input:
        inputs = plan.get("inputs") or [plan["input"]]
        asked = [narrowed(one, input_labels(plan, labels)) for one in inputs]
    else:
        shown = options["history"] or options["around"] or "6h"
        asked = [{**plan, "keepLast": shown, "input": narrowed(plan["input"], labels)}]
    rows = [one for query in asked for one in fetch(query)]
    drawn = [one for one in rows if is_input or row is None or one.labels == labels][:ROWS_OF_A_CHART]
    has_area = is_input and row is not None and is_finite(row.time)
    return {
        "series": [thinned(line) for one in drawn for line in lines_of(one) + besides(one, plan, options)],
        "bands": [band for one in drawn for band in bands_of(one)] if options["band"] or options["forecast"] else [],
        "areas": [{"from": row.time, "to": slot.now}] if has_area else [],
    }


def input_labels(plan, labels):
    """Several frames in one result are told apart by their metric, which their series do not have as a label."""
    if plan["use"] == "cause.attribution":
        return {}
    return {name: value for name, value in labels.items() if not ("inputs" in plan and name == "metric")}


def narrowed(plan, labels):
    """The plan that reads the series of one row only."""
    if not isinstance(plan, dict):
        return plan
    if plan["op"] == "select":
        drawn = dict(plan)
        narrow(drawn, labels)
        return drawn
    parts = ("input", "left", "right", "part", "whole")
    return {name: narrowed(part, labels) if name in parts else part for name, part in plan.items()}


def line_of(name, row, points):
    return {"name": name, "labels": row.labels, "times": points.times, "values": points.values}


def besides(row, plan, options):
    if plan["use"].startswith("forecast.") or hasattr(type(row), "earliest"):
        return [line_of("forecast", row, row.side("expected"))] if options["forecast"] else []
    if plan["use"] != "structure.decompose":
        return []
    return [line_of(name, row, row.side(name)) for name in ("trend", "season", "remainder")]


def bands_of(row):
    if not is_finite(row.lower) or not is_finite(row.upper):
        return []
    lower = thinned(line_of("lower", row, row.side("lower")))
    upper = thinned(line_of("upper", row, row.side("upper")))
    band = {"name": row.entity.name or row.metric, "labels": row.labels, "times": lower["times"]}
    return [{**band, "lower": lower["values"], "upper": upper["values"]}]


def thinned(drawn):
    """A line of a chart has no more points than can be seen; the last one is always there."""
    length = len(drawn["times"])
    stride = -(-length // POINTS_OF_A_LINE)
    if stride <= 1:
        return drawn
    first = (length - 1) % stride
    return {**drawn, "times": drawn["times"][first::stride], "values": drawn["values"][first::stride]}
