# SPDX-License-Identifier: Apache-2.0
"""What the worker calls: the header of a rule file, or one evaluation of it. The last part of the prelude."""
from .world import Module, builtins, loaded, prelude_names, reset_modules, slot
from .values import RuleError, is_public, members_of
from .durations import Duration
from .parameters import P, Values, members_of_parameters, read_parameters
from .header import declared_rules, read_header, rule
from .texts import read_json, write_json
from .rows import Entity, Row
from .shapes import BurnRow, VersusRow
from .charts import Chart
from .arguments import not_
from .frames import Frame, metric_frame, ratio_frame
from .algorithms import Forecasts, Suspects, algo
from .findings import Finding, ForecastRow, Suspect
from .later import Guarded, incident, later_member
from .entities import EntitySet, alerts, changes, entities
from .verdicts import Judgement, Verdict, clear, fire, suppressed, unknown, write_result
from .guests import compile_guest, guest_names
from .modules import guarded_import, guests, import_by_rule
from .problems import Problem, problem_of
from .own import Algorithm, algorithm, read_algorithm, run_algorithm
from .watch import watch

EXPORTED = {
    "rule": rule, "algorithm": algorithm, "P": P, "fire": fire, "clear": clear, "suppressed": suppressed, "unknown": unknown, "not_": not_,
    "Duration": Duration,
}


class Log:
    """`ctx.log`: callable, and by level."""

    __slots__ = ()

    def __call__(self, *values):
        write_log("info", values)

    def info(self, *values):
        write_log("info", values)

    def warn(self, *values):
        write_log("warn", values)

    def error(self, *values):
        write_log("error", values)


def write_log(level, values):
    slot.log(level, " ".join([log_text(value) for value in values]))


def log_text(value):
    if isinstance(value, str):
        return str(value)
    return write_json(value) if isinstance(value, (dict, list, tuple)) or hasattr(value, "to_json") else str(value)


class Context(Guarded):
    """All that a rule may touch."""

    __slots__ = ()

    @property
    def now(self):
        import datetime

        return datetime.datetime.fromtimestamp(slot.now / 1000, datetime.timezone.utc)


def data_of():
    return Guarded("data", {
        "metric": metric_frame,
        "ratio": ratio_frame,
        "promql": later_member("data", "promql", "PromQL comes with a later version"),
        "sql": later_member("data", "sql", "SQL sources come with a later version"),
    })


data = data_of()
log = Log()


def context_of(params, state):
    members = {"now": None, "params": Values(params), "trigger": None, "state": state, "log": log, "data": data}
    members.update(algo=algo, entities=entities, alerts=alerts, changes=changes, incident=incident)
    return Context("ctx", members)


class Outcome:
    """What the worker reads of a call: problems, or the texts of the result."""

    __slots__ = ("problems", "json", "state", "spoiled")

    def __init__(self, problems, json, state):
        self.problems = problems
        self.json = json
        self.state = state
        self.spoiled = False


class Program:
    """The rule of this context: compiled once, run anew for each evaluation."""

    def __init__(self):
        self.name = ""
        self.code = None
        self.essentials = None

    def load(self, name, text, modules):
        guests.declare({module_name(path): source for path, source in modules.items()})
        self.name = name
        self.code = compile_guest(text, name)
        self.essentials = None

    def declare(self):
        """Runs the file in a fresh namespace; its one rule."""
        guests.start()
        declared_rules.start()
        namespace = guest_names({"__name__": "rule"}, import_by_rule)
        exec(self.code, namespace)
        return declared_rules.only()

    def essentials_of(self, declared):
        """(parameters, needs) of the rule. The same file declares the same ones: they are read once."""
        if self.essentials is None:
            header, problems = read_header(declared)
            fail_on(problems)
            self.essentials = header["params"], header["needs"]
        return self.essentials


program = Program()


def module_name(path):
    return (path[:-3] if path.endswith(".py") else path).replace("/", ".")


def begin(now, host, log_line):
    slot.now = now
    slot.host = host
    slot.log = log_line
    slot.needs = ()
    reset_modules()


def finish():
    slot.host = nobody
    slot.log = nobody


def nobody(*arguments):
    return "", (), 0, "no evaluation runs"


def load(name, text, modules):
    """Makes the context that of one program; what is wrong with its text."""
    texts = list(modules)
    begin(0, nobody, nobody)
    try:
        program.load(name, text, dict(zip(texts[0::2], texts[1::2])))
        return Outcome([], "", "")
    except BaseException as error:
        return Outcome([problem_of(error, name, guests.sources)], "", "")
    finally:
        finish()


def header(log_line):
    """The header of the loaded program, or all that is wrong with it."""
    begin(0, nobody, log_line)
    try:
        declared = program.declare()
        header, flaws = read_algorithm(declared) if isinstance(declared, Algorithm) else read_header(declared)
        problems = [Problem(message, near) for message, near in flaws]
        return Outcome(problems, "" if problems else write_json(header), "")
    except BaseException as error:
        return Outcome([problem_of(error, program.name, guests.sources)], "", "")
    finally:
        finish()


def fail_on(problems):
    if problems:
        raise RuleError(*problems[0])


def answered(given, state):
    """The texts of the result and of the state."""
    declared = program.declare()
    if isinstance(declared, Algorithm):
        tell = lambda error: problem_of(error, program.name, guests.sources)
        return run_algorithm(declared, given, state, tell), "{}"
    result, kept = evaluated(declared, given, state)
    return write_result(result, slot.log), write_json(kept)


def evaluated(declared, given, state):
    parameters, needs = program.essentials_of(declared)
    problems = []
    params = read_parameters(parameters, given, lambda message, near: problems.append((message, near)))
    fail_on(problems)
    if not isinstance(state, dict):
        raise RuleError("the kept state of this rule is not an object; reset it")
    slot.needs = needs
    return declared.evaluate(context_of(params, state), **params), state


def run(now, host, log_line, parameters, state):
    """The verdicts and the state after one evaluation of the loaded program."""
    begin(now, host, log_line)
    try:
        outcome = Outcome([], *answered(read_json(parameters), read_json(state)))
        outcome.spoiled = watch.is_changed()
        return outcome
    except BaseException as error:
        return Outcome([problem_of(error, program.name, guests.sources)], "", "")
    finally:
        finish()


def surface():
    """The real objects behind the definition, for the test that compares them."""
    found = {"sextant": list(EXPORTED), "Parameters": list(members_of_parameters()), "Context": dir(context_of({}, {}))}
    found.update(Data=dir(data), Log=list(members_of(Log)), Algorithms=dir(algo), Entities=dir(entities))
    found.update(Alerts=dir(alerts), Changes=dir(changes), Incident=dir(incident))
    for kind in (Frame, Suspects, Forecasts, Row, Entity, EntitySet, Duration, Chart, Judgement, Verdict):
        found[kind.__name__] = list(members_of(kind))
    for kind in (VersusRow, BurnRow, Finding, Suspect, ForecastRow):
        found[kind.__name__] = [name for name in kind.__dict__ if is_public(name)]
    return write_json(found)


def install():
    """The module that rules import, and the guard of all imports; then everything is as the watch keeps it."""
    module = Module("sextant", "The Sextant rules SDK.")
    module.__dict__.update(EXPORTED)
    loaded["sextant"] = module
    builtins.__import__ = guarded_import
    for namespace in (builtins.__dict__, module.__dict__, prelude_names):
        watch.add(namespace)
    watch.add_classes(prelude_names, "sextant")
    for function in (rule, algorithm, fire, clear, suppressed, unknown, not_):
        watch.add(function.__dict__)


def prime(names):
    """Imports beforehand what rules use, in the time between evaluations."""
    for name in list(names):
        guarded_import(name, {}, None, ("*",))


def imported():
    """What was imported from the standard library."""
    return ",".join(guests.facades)


entrances = Module("entrances")
entrances.load = load
entrances.header = header
entrances.run = run
entrances.prime = prime
entrances.imported = imported
entrances.surface = surface
install()
