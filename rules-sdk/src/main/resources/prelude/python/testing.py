# SPDX-License-Identifier: Apache-2.0
"""sextant.testing: what a test file declares, as data.

The backend draws the series, runs the rule slot by slot with the production evaluator, and only then holds what
happened against what is expected.
"""
from .world import Module
from .values import RuleError, show
from .header import Rule, declared_rules, read_header
from .later import Guarded
from .texts import write_json
from .verdicts import SEVERITIES
from .guests import guest_names
from .modules import guests, import_by_rule
from .problems import Problem, problem_of
from .start import Outcome, begin, finish, nobody, program
from .curves import Curve, curve_moment, curve_span, gen
from .testing_graph import empty_graph, labels_for, methods_of_graph

MOST_TESTS = 50
MOST_SERIES = 200
MOST_EXPECTATIONS = 100
VERDICTS = ("fire", "clear", "suppressed", "unknown", "none")


class Declared:
    """The tests of the file, and the one whose function runs."""

    def __init__(self):
        self.tests = []
        self.current = None


declared_tests = Declared()


def line_of_test():
    """The line of the test file from which the kit was called."""
    try:
        raise RuleError("")
    except RuleError as error:
        frame = error.__traceback__.tb_frame
    while frame is not None and frame.f_code.co_filename != program.name:
        frame = frame.f_back
    return None if frame is None else frame.f_lineno


def test_under_way(what):
    if declared_tests.current is None:
        raise RuleError(f'{what} belongs into the function under @check(rule, "name")')
    return declared_tests.current


def whole_number(what, count):
    if type(count) is not int or count < 0:
        raise RuleError(f"{what} takes a whole number, not {show(count)}")
    return count


def expectation(kind, labels, methods):
    """Keeps an expectation. What it waits for must be said by one of its own methods."""
    test = test_under_way(f"expect.{kind[1]}")
    if len(test["expect"]) >= MOST_EXPECTATIONS:
        raise RuleError(f"a check has at most {MOST_EXPECTATIONS} expectations")
    entry = {"kind": kind[0], "labels": labels, "line": line_of_test(), "says": None}
    test["expect"].append(entry)

    def says(**what):
        entry["says"] = what

    return Guarded(f"expect.{kind[1]}(...)", methods(says))


def moment_methods(name):
    def moment(time):
        return curve_moment(f"expect.{name}", time)

    return lambda says: {
        "between": lambda from_, to: says(**{"from": moment(from_), "to": moment(to)}),
        "at": lambda time: says(**{"from": moment(time), "to": moment(time)}),
        "after": lambda time: says(**{"from": moment(time)}),
        "before": lambda time: says(to=moment(time)),
        "never": lambda: says(never=True),
    }


def count_methods(says):
    def to_have_length(count):
        says(atLeast=whole_number("to_have_length", count), atMost=count)

    return {
        "to_have_length": to_have_length,
        "at_least": lambda count: says(atLeast=whole_number("at_least", count)),
        "at_most": lambda count: says(atMost=whole_number("at_most", count)),
    }


def word_methods(what, words, fields):
    """`to_be` of one word out of a few."""

    def methods(says):
        def to_be(word):
            if word not in words:
                raise RuleError(f"{what} is one of {', '.join(words)}, not {show(word)}")
            says(**fields, **{"is": word})

        return {"to_be": to_be}

    return methods


def states_methods(from_, to):
    def methods(says):
        def to_be(states):
            letters = "".join(states.split()) if isinstance(states, str) else ""
            if not letters or any(letter not in ".PFR" for letter in letters):
                raise RuleError(
                    "states are written with one letter per slot, . quiet, P pending, F firing, R resolved: "
                    f'"..PPFFR", not {show(states)}'
                )
            times = {"from": curve_moment("expect.states", from_), "to": curve_moment("expect.states", to)}
            says(**times, **{"is": letters})

        return {"to_be": to_be}

    return methods


def first_fire(labels=None, **more):
    pairs = labels_for("expect.first_fire", labels, more)
    return expectation(("firstFire", "first_fire"), pairs, moment_methods("first_fire"))


def first_resolve(labels=None, **more):
    pairs = labels_for("expect.first_resolve", labels, more)
    return expectation(("firstResolve", "first_resolve"), pairs, moment_methods("first_resolve"))


def alerts_expected(labels=None, **more):
    return expectation(("alerts", "alerts"), labels_for("expect.alerts", labels, more), count_methods)


def no_fire(labels=None, **more):
    alerts_expected(labels, **more).to_have_length(0)


def states_expected(labels, from_, to):
    return expectation(("states", "states"), labels_for("expect.states", labels, {}), states_methods(from_, to))


def verdicts_expected(labels, at):
    methods = word_methods("a verdict", VERDICTS, {"at": curve_moment("expect.verdicts", at)})
    return expectation(("verdicts", "verdicts"), labels_for("expect.verdicts", labels, {}), methods)


def severity_expected(labels=None, **more):
    methods = word_methods("a severity", SEVERITIES, {})
    return expectation(("severity", "severity"), labels_for("expect.severity", labels, more), methods)


def failure_expected(text):
    if not isinstance(text, str) or not text:
        raise RuleError(f"expect.failure takes a part of the message, not {show(text)}")
    expectation(("failure", "failure"), {}, lambda says: {"says": says}).says(text=text)


expect = Guarded("expect", {
    "first_fire": first_fire, "first_resolve": first_resolve, "alerts": alerts_expected, "no_fire": no_fire,
    "states": states_expected, "verdicts": verdicts_expected, "severity": severity_expected, "failure": failure_expected,
})


def is_run(text):
    start, _, length = text.partition("/") if isinstance(text, str) else ("", "", "")
    return len(start) >= 10 and start[4:5] == "-" and 0 < len(length) <= 40 and not length.isspace()


def methods_of_test(test):
    def series(metric, labels, curve, every=None, late=None):
        if not isinstance(metric, str) or not metric:
            raise RuleError(f"series takes the name of a metric first, not {show(metric)}")
        if not isinstance(curve, Curve):
            raise RuleError(f"series takes a curve such as gen.constant(1) third, not {show(curve)}")
        if len(test["series"]) >= MOST_SERIES:
            raise RuleError(f"a check has at most {MOST_SERIES} series")
        test["series"].append({
            "metric": metric,
            "labels": labels_for("series", labels, {}),
            "curve": curve.to_json(),
            "every": None if every is None else curve_span("every", every),
            "late": None if late is None else curve_span("late", late),
        })

    def run(span):
        if not is_run(span):
            raise RuleError(f'run takes a start and a length, "2026-03-02T00:00/36h", not {show(span)}')
        test["run"] = span

    def params(values=None, **more):
        if values is not None and not isinstance(values, dict):
            raise RuleError(f"params takes values by name, not {show(values)}")
        test["parameters"] = {**(values or {}), **more}

    def history(span):
        test["history"] = curve_span("history", span)

    graph = methods_of_graph(test["graph"])
    return {"series": series, **graph, "run": run, "params": params, "history": history, "expect": expect}


def finish_test(test):
    name = test["name"]
    if test["run"] is None:
        raise RuleError(f'check "{name}" does not say when: call t.run("2026-03-02T00:00/36h")')
    if not test["expect"]:
        raise RuleError(f'check "{name}" expects nothing: call t.expect...')
    for entry in test["expect"]:
        if entry["says"] is None:
            is_moment = entry["kind"] in ("firstFire", "firstResolve")
            methods = ".between(from, to) or .never()" if is_moment else ".to_be(...) or .to_have_length(n)"
            raise RuleError(f"line {entry['line']}: the expectation says nothing yet: add {methods}")


def declare_test(tested, name, body):
    current = declared_tests.current
    if current is not None or len(declared_tests.tests) >= MOST_TESTS:
        raise RuleError("a check stands within another" if current else f"a file has at most {MOST_TESTS} checks")
    test = {
        "name": name[:200], "line": line_of_test(), "rule": read_header(tested)[0]["id"], "parameters": None, "run": None,
        "history": None, "series": [], "graph": empty_graph(), "expect": [],
    }
    declared_tests.current = test
    try:
        body(Guarded("t", methods_of_test(test)))
        finish_test(test)
    finally:
        declared_tests.current = None
    declared_tests.tests.append(test)
    return body


def check(tested, name, body=None):
    """@check(rule, "name") above a function of t, or check(rule, "name", function)."""
    if not isinstance(tested, Rule):
        raise RuleError("check takes the rule first: import it, from my_rule import evaluate")
    if not isinstance(name, str) or not name.strip():
        raise RuleError('check takes a rule and a name: @check(evaluate, "fires on a drop")')
    if body is not None:
        return declare_test(tested, name, body)
    return lambda function: declare_test(tested, name, function)


def read_tests(log_line):
    """All that the loaded test file declares, or what is wrong with it."""
    begin(0, nobody, log_line)
    try:
        guests.start()
        declared_rules.start()
        module = guests.running["sextant.testing"] = Module("sextant.testing")
        module.__dict__.update(check=check, gen=gen, expect=expect)
        exec(program.code, guest_names({"__name__": "test"}, import_by_rule))
        problems = [] if declared_tests.tests else [Problem('the file has no @check(rule, "name")')]
        return Outcome(problems, write_json({"tests": declared_tests.tests}), "")
    except BaseException as error:
        return Outcome([problem_of(error, program.name, guests.sources)], "", "")
    finally:
        finish()


entrances.tests = read_tests
