# SPDX-License-Identifier: Apache-2.0
"""Verdicts, and how the result of a rule becomes the list that the engine reads."""
from .world import is_finite
from .values import RuleError, check_options, did_you_mean, missing, show, text_of
from .texts import label_text, write_json
from .rows import Entity, Row, fetch_rows
from .charts import Chart, draw_chart

SEVERITIES = ("critical", "warning", "info")
FIRE_OPTIONS = ("severity", "value", "score", "reason", "evidence")
PLAIN_FIELDS = ("entity", "labels") + FIRE_OPTIONS
CHARTS_OF_AN_EVALUATION = 20
CHARTS_OF_A_VERDICT = 4


class Verdict:
    """What a rule says about one entity."""

    __slots__ = ("kind", "labels", "severity", "value", "score", "reason", "evidence")

    def __init__(self, kind, target, options):
        labels, value = read_target(target)
        given = read_verdict_number("value", options.get("value"))
        self.kind = kind
        self.labels = labels
        self.severity = read_severity(options.get("severity")) if kind == "fire" else None
        self.value = value if given is None else given
        self.score = read_verdict_number("score", options.get("score"))
        self.reason = read_reason(options.get("reason"))
        self.evidence = read_evidence(options.get("evidence"))

    def __getattr__(self, name):
        raise missing("a verdict", name, Verdict.__slots__)

    def __repr__(self):
        return f"{self.kind}({', '.join(pairs_of(self.labels))})"


class Judgement:
    """The verdicts of `.judge`: an alerting entity that is not among them has no data, it is not clear."""

    __slots__ = ("_results",)

    def __init__(self, results):
        self._results = results

    def __iter__(self):
        return iter(self._results)

    def __len__(self):
        return len(self._results)


def fire(target, **options):
    return Verdict("fire", target, check_options("fire", options, FIRE_OPTIONS))


def clear(target, **options):
    return Verdict("clear", target, check_options("clear", options, ("value", "score", "reason")))


def suppressed(target, by=None, **options):
    check_options("suppressed", options, ("by",) + FIRE_OPTIONS)
    if by is not None and options.get("reason") is None:
        options["reason"] = f"suppressed by {getattr(by, 'name', by)}"
    return Verdict("suppressed", target, options)


def unknown(target, reason=None, **options):
    check_options("unknown", options, ("reason",))
    return Verdict("unknown", target, {"reason": reason})


def read_target(target):
    if isinstance(target, Row):
        return target.labels, read_verdict_number("value", target.value)
    labels = target.labels if isinstance(target, Entity) else target
    if not isinstance(labels, dict):
        raise RuleError(f'a verdict is about a row, its entity or labels, as in fire(s, severity="warning"), not {show(target)}')
    read = {}
    for name in sorted(labels):
        value = labels[name]
        if not isinstance(value, (str, int, float)):
            raise RuleError(f"label {name} of a verdict must be a text, not {show(value)}", name)
        read[str(name)] = label_text(value)
    return read, None


def read_severity(severity):
    severity = "warning" if severity is None else severity
    if severity not in SEVERITIES:
        message = f"severity must be critical, warning or info, not {show(severity)}"
        raise RuleError(message + did_you_mean(severity, SEVERITIES), "severity")
    return severity


def read_verdict_number(field, value):
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise RuleError(f"{field} must be a number, not {show(value)}", field)
    return value if is_finite(value) else None


def read_reason(reason):
    if reason is None:
        return None
    text = text_of(reason)
    if text is None:
        raise RuleError(f'reason must be a text or texts per language, dict(en="...", zh="..."), not {show(reason)}', "reason")
    return text


def read_evidence(evidence):
    charts = [] if evidence is None else evidence if isinstance(evidence, (list, tuple)) else [evidence]
    for chart in charts:
        if not isinstance(chart, Chart):
            raise RuleError("evidence is a list of charts, as in evidence=[s.chart()]", "evidence")
    return tuple(charts[:CHARTS_OF_A_VERDICT])


def read_result(result):
    if isinstance(result, Verdict):
        return result
    if isinstance(result, Row):
        raise RuleError('evaluate returned rows: say what they mean, as in .map(lambda s: fire(s, severity="warning"))', "evaluate")
    if not isinstance(result, dict):
        raise RuleError(f"evaluate must return verdicts, but among them is {show(result)}", "evaluate")
    options = dict(check_options("a verdict", result, PLAIN_FIELDS))
    labels = options.pop("labels", None)
    entity = options.pop("entity", None)
    return Verdict("fire", labels if entity is None else entity, options)


class Collected:
    """The verdicts in the result of evaluate, and whether a judgement was among them."""

    def __init__(self):
        self.verdicts = []
        self.judged = False

    def add(self, result):
        """Takes iterables of verdicts, inside one another."""
        if result is None:
            return
        if isinstance(result, Judgement):
            self.judged = True
        if isinstance(result, (Verdict, Row, dict, str)) or not hasattr(result, "__iter__"):
            self.verdicts.append(read_result(result))
            return
        for item in result:
            self.add(item)


class Drawing:
    """The charts of an evaluation, up to its bound."""

    def __init__(self):
        self.charts = []
        self.omitted = 0

    def places(self, evidence):
        drawn = []
        for chart in evidence:
            if len(self.charts) >= CHARTS_OF_AN_EVALUATION:
                self.omitted += 1
                continue
            self.charts.append(draw_chart(chart, fetch_rows))
            drawn.append(len(self.charts) - 1)
        return drawn


def pairs_of(labels):
    return [f"{name}={value}" for name, value in labels.items()]


def write_result(result, log):
    """The JSON of an evaluation: verdicts with the charts that they point at."""
    found = Collected()
    found.add(result)
    drawing = Drawing()
    seen = set()
    written = []
    for verdict in found.verdicts:
        identity = tuple(verdict.labels.items())
        if identity in seen:
            raise RuleError(f"two verdicts about {', '.join(pairs_of(verdict.labels)) or 'no labels'}; return one per entity")
        seen.add(identity)
        written.append(verdict_json(verdict, drawing.places(verdict.evidence)))
    if drawing.omitted > 0:
        log("warn", f"{drawing.omitted} charts were left out: an evaluation draws at most {CHARTS_OF_AN_EVALUATION}")
    return write_json({"verdicts": written, "judged": found.judged, "charts": drawing.charts})


def verdict_json(verdict, charts):
    return {
        "kind": verdict.kind,
        "labels": verdict.labels,
        "severity": verdict.severity,
        "value": verdict.value,
        "score": verdict.score,
        "reason": verdict.reason,
        "charts": charts,
    }
