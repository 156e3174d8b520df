# SPDX-License-Identifier: Apache-2.0
"""@algorithm(...): a tenant's own algorithm. The host sends a batch of series; what the functions answer for each of them
is held against its shape before it goes back."""
from .world import is_finite, slot
from .values import RuleError, did_you_mean, show
from .parameters import NOT_GIVEN, Values, describe_parameter, read_parameters
from .header import CO_VARARGS, CO_VARKEYWORDS, check_names, declared_parameters, declared_rules, read_text
from .texts import read_json, write_json

OF_ALGORITHM = ("title", "description", "fit", "tests")
SCORED_SIDES = ("score", "expected", "lower", "upper")
FORETOLD_SIDES = ("expected", "lower", "upper")
MINUTE = 60000
MOST_TESTS_OF_ALGORITHM = 100
LONGEST_EXPLANATION = 500


class Algorithm:
    """A decorated score or forecast; what the decorator leaves in the file."""

    __slots__ = ("definition", "work")

    def __init__(self, definition, work):
        self.definition = definition
        self.work = work

    def __call__(self, *arguments, **named):
        return self.work(*arguments, **named)

    @property
    def is_forecast(self):
        return getattr(self.work, "__name__", "") == "forecast"

    @property
    def fit(self):
        return self.definition.get("fit")

    @property
    def tests(self):
        return list(self.definition.get("tests") or ())


def algorithm(*arguments, **definition):
    if arguments:
        raise RuleError('algorithm takes its header by name: @algorithm(title="...") above def score(values, times)', "algorithm")

    def decorate(work):
        return declared_rules.add(Algorithm(definition, work))

    return decorate


def taken_first(file):
    """The names of what is handed to an algorithm before its parameters."""
    model = ("model",) if file.fit is not None else ()
    return ("values", "times", "horizon", *model) if file.is_forecast else ("values", "times", *model)


def read_algorithm(file):
    """(header, problems) of an algorithm; the header says by `algorithm` what kind it is."""
    problems = []

    def report(message, near=None):
        problems.append((message, near))

    check_names("the algorithm", file.definition, OF_ALGORITHM, report)
    if file.fit is not None and not callable(file.fit):
        report(f"fit must be a function, def learn(values, times, options), not {show(file.fit)}", "fit")
    header = {
        "algorithm": "forecast" if file.is_forecast else "anomaly",
        "title": read_text("title", file.definition, report) or {"en": ""},
        "description": read_text("description", file.definition, report) or {"en": ""},
        "params": described_params(file, report),
        "tests": names_of_tests(file, report),
    }
    return header, problems


def described_params(file, report):
    code = getattr(file.work, "__code__", None)
    if code is None or file.work.__name__ not in ("score", "forecast"):
        report("@algorithm(...) stands above def score(values, times) or def forecast(values, times, horizon)", "algorithm")
        return []
    if code.co_flags & (CO_VARARGS | CO_VARKEYWORDS):
        report(f"{file.work.__name__} names its parameters one by one, as in border=P.number(3), without * and **", file.work.__name__)
    positional, named = declared_parameters(file.work)
    first = taken_first(file)
    if tuple(name for name, _ in positional[: len(first)]) != first:
        report(f"{file.work.__name__} takes {', '.join(first)} first, then its parameters, as in border=P.number(3)", file.work.__name__)
        return []
    described = [describe_parameter(name, default, report) for name, default in positional[len(first) :] + named]
    return [parameter for parameter in described if parameter is not None]


def names_of_tests(file, report):
    for test in file.tests:
        if not callable(test):
            report(f"tests must be functions, as in tests=[a_spike_is_found], not {show(test)}", "tests")
    if len(file.tests) > MOST_TESTS_OF_ALGORITHM:
        report(f"an algorithm may have {MOST_TESTS_OF_ALGORITHM} tests, not {len(file.tests)}", "tests")
    return [name_of_test(test) for test in file.tests]


def name_of_test(test):
    return str(getattr(test, "__name__", "test")).replace("_", " ")


def run_algorithm(file, given, task, tell):
    """Answers the host's task: keep, the points of each series that are wanted, or tests."""
    header, problems = read_algorithm(file)
    if problems:
        raise RuleError(*problems[0])
    if task.get("tests") is True:
        return result_of("tests", [tested(file, header, test, tell) for test in file.tests])
    if not isinstance(task.get("keep"), list):
        raise RuleError("this file declares an algorithm: save it under algorithms and use it in a rule", "algorithm")
    return result_of("answers", answers_of(file, options_for(header, given), task["keep"]))


def result_of(name, found):
    return write_json({"verdicts": [], "judged": False, "charts": [], name: found})


def options_for(header, given):
    problems = []
    options = read_parameters(header["params"], given, lambda message, near: problems.append((message, near)))
    if problems:
        raise RuleError(*problems[0])
    return options


def answers_of(file, options, keep):
    head, points, _, refusal = slot.host("rows", '{"op":"batch"}')
    if refusal is not None:
        raise RuleError(refusal)
    numbers = list(points)
    answers = []
    start = 0
    for series, count in zip(read_json(head)["series"], keep):
        middle, end = start + series["length"], start + 2 * series["length"]
        times = [int(time) for time in numbers[start:middle]]
        try:
            answers.append(answer_of(file, (numbers[middle:end], times), count, options))
        except BaseException:
            slot.log("error", f"series {write_json(series['labels'])}")
            raise
        start = end
    return answers


def answer_of(file, series, count, options):
    """What an algorithm says of one series: of its last points, or of as many to come."""
    values, times = series
    past = len(values) if file.is_forecast or len(values) < 2 * count else len(values) - count
    model = () if file.fit is None else (file.fit(values[:past], times[:past], Values(options)),)
    if file.is_forecast:
        return sides_of_answer(file.work(values, times, count, *model, **options), FORETOLD_SIDES, count, count)
    return sides_of_answer(file.work(values, times, *model, **options), SCORED_SIDES, len(values), count)


def sides_of_answer(found, names, length, count):
    if not isinstance(found, (list, tuple, dict)):
        raise RuleError(f"an algorithm answers a list of numbers or a dict of {', '.join(names)}, not {show(found)}", names[0])
    given = found if isinstance(found, dict) else {names[0]: found}
    for name in given:
        if name not in names and name != "explanation":
            raise RuleError(f"the answer has no field {name}{did_you_mean(str(name), (*names, 'explanation'))}", str(name))
    wanted = [name for name in names if name == names[0] or given.get(name) is not None]
    answer = {name: last_numbers(name, given.get(name), length, count) for name in wanted}
    if isinstance(given.get("explanation"), str):
        answer["explanation"] = given["explanation"][:LONGEST_EXPLANATION]
    return answer


def last_numbers(name, given, length, count):
    if not isinstance(given, (list, tuple)):
        raise RuleError(f"{name} must be a list of {length} numbers, not {show(given)}", name)
    if len(given) != length:
        raise RuleError(f"{name} has {len(given)} numbers; {length} are wanted", name)
    numbers = []
    for index in range(max(0, length - count), length):
        number = given[index]
        if isinstance(number, bool) or not isinstance(number, (int, float)):
            raise RuleError(f"{name}[{index}] must be a number, not {show(number)}", name)
        numbers.append(float(number) if is_finite(number) else None)
    return numbers


def tested(file, header, test, tell):
    """One test of an algorithm: it fails by raising, or by answering False."""

    def run(values, horizon=10, **given):
        numbers = [float(value) for value in values]
        series = numbers, [index * MINUTE for index in range(len(numbers))]
        count = horizon if file.is_forecast else len(numbers)
        return answer_of(file, series, count, options_for(header, given))

    name = name_of_test(test)
    try:
        return {"name": name, "problem": "the test answers False"} if test(run) is False else {"name": name}
    except Exception as error:
        told = tell(error)
        return {"name": name, "problem": told.message[:LONGEST_EXPLANATION], "line": told.line}
