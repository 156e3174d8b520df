# SPDX-License-Identifier: Apache-2.0
"""@rule(...): reads and checks the header. All mistakes are collected, so that an author sees them at once."""
from .values import RuleError, did_you_mean, duration_text, is_number, ms_of, show, text_of
from .parameters import NOT_GIVEN, describe_parameter

FIELDS = (
    "id", "title", "description", "every", "cron", "timezone", "on", "delay", "timeout",
    "needs", "modules", "labels", "fire", "missing",
)
FIRE = ("for_", "keep", "clear_below", "repeat", "flap")
FLAP = ("over", "high", "low")
MISSING = ("stale_after", "unless")
LOWER = "abcdefghijklmnopqrstuvwxyz0123456789"
NEED_CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:/-"
DAY = 86400000
CO_VARARGS, CO_VARKEYWORDS, CO_GENERATOR_LIKE_ASYNC = 0x04, 0x08, 0x80 | 0x200


class Rule:
    """A decorated evaluate; what the decorator leaves in the file. Its header is read when somebody asks for it."""

    __slots__ = ("definition", "evaluate")

    def __init__(self, definition, evaluate):
        self.definition = definition
        self.evaluate = evaluate

    def __call__(self, *arguments, **named):
        return self.evaluate(*arguments, **named)


def rule(*arguments, **definition):
    if arguments:
        raise RuleError('rule takes its header by name: @rule(id="cpu-high", every="1m") above def evaluate(ctx)', "rule")

    def decorate(evaluate):
        return declared_rules.add(Rule(definition, evaluate))

    return decorate


class DeclaredRules:
    """The rules that the running file declared; a file declares one."""

    def __init__(self):
        self.rules = []

    def add(self, declared):
        self.rules.append(declared)
        return declared

    def start(self):
        self.rules.clear()

    def only(self):
        if len(self.rules) != 1:
            how_many = "no rule" if not self.rules else f"{len(self.rules)} rules"
            raise RuleError(f"the file declares {how_many}: it needs one function under @rule(id=..., every=...)", "rule")
        return self.rules[0]


declared_rules = DeclaredRules()


def read_header(declared):
    """(header, problems): what @rule(...) was given, and all that is wrong with it."""
    definition, evaluate = declared.definition, declared.evaluate
    problems = []

    def report(message, near=None):
        problems.append((message, near))

    check_names("the header", definition, FIELDS, report)
    header = {
        "id": read_id(definition, report),
        "title": read_text("title", definition, report) or {"en": str(definition.get("id"))},
        "description": read_text("description", definition, report) or {"en": ""},
        **read_schedule(definition, report),
        "needs": read_needs(definition, report),
        "modules": read_modules(definition, report),
        "params": read_params(evaluate, report),
        "labels": read_labels(definition, report),
        "fire": read_fire(definition, report),
        "missing": read_missing(definition, report),
    }
    return header, problems


def check_names(what, given, known, report):
    for name in given:
        if name not in known:
            report(f"{what} has no field {name}{did_you_mean(name, known)}", name)


def is_id(value):
    if not isinstance(value, str) or not 1 <= len(value) <= 80:
        return False
    return all(c in LOWER or c == "-" for c in value) and value[0] != "-" and value[-1] != "-"


def read_id(definition, report):
    value = definition.get("id")
    if not is_id(value):
        report(f'id must be 1 to 80 lower-case letters, digits and inner hyphens, such as "cpu-high", not {show(value)}', "id")
        return ""
    return value


def read_text(field, definition, report):
    value = definition.get(field)
    if value is None:
        return None
    text = text_of(value, 2000)
    if text is None:
        report(f'{field} must be a text or texts per language, dict(en="...", zh="..."), not {show(value)}', field)
    return text


def read_duration(field, value, bounds, report):
    """The text of a duration within (least, greatest, fallback), or the fallback after a report."""
    least, greatest, fallback = bounds
    if value is None:
        return fallback
    ms = ms_of(value)
    if ms is None or not least <= ms <= greatest:
        between = f"{duration_text(least)} to {duration_text(greatest)}"
        report(f'{field} must be a duration from {between}, such as "30s", not {show(value)}', field.split(".")[-1])
        return fallback
    return duration_text(ms)


def read_schedule(definition, report):
    given = [field for field in ("every", "cron", "on") if definition.get(field) is not None]
    if len(given) != 1:
        has = " and ".join(given) or "none"
        report(f"the header needs exactly one of every, cron and on; it has {has}", given[1] if len(given) > 1 else "id")
    schedule = {}
    if "every" in given:
        schedule["every"] = read_duration("every", definition["every"], (1000, 7 * DAY, "1m"), report)
    if "cron" in given:
        schedule.update(read_cron(definition["cron"], definition.get("timezone"), report))
    elif definition.get("timezone") is not None:
        check_timezone(definition["timezone"], report)
    if "on" in given:
        schedule["on"] = definition["on"]
    delay = definition.get("delay")
    schedule["delay"] = "auto" if delay == "auto" else read_duration("delay", delay, (0, DAY, "0s"), report)
    schedule["timeout"] = read_duration("timeout", definition.get("timeout"), (100, 60000, "5s"), report)
    return schedule


def check_timezone(timezone, report):
    if not isinstance(timezone, str):
        report(f'timezone must be a name such as "Europe/Berlin" or "tenant", not {show(timezone)}', "timezone")


def read_cron(cron, timezone, report):
    if not isinstance(cron, str) or len(cron.split()) != 5:
        report(f'cron must be five fields such as "*/10 * * * *", not {show(cron)}', "cron")
    if timezone is not None:
        check_timezone(timezone, report)
    return {"cron": str(cron), "timezone": "tenant" if timezone is None else timezone}


def is_need(value):
    """metrics:read:<pattern>, or <area>:<verb> with or without a pattern; a pattern may end in one star."""
    if not isinstance(value, str):
        return False
    area, _, rest = value.partition(":")
    verb, colon, pattern = rest.partition(":")
    letters = "abcdefghijklmnopqrstuvwxyz"
    if not area or not verb or not all(c in letters for c in area + verb):
        return False
    if area == "metrics" and (verb != "read" or not colon):
        return False
    return all(c in NEED_CHARACTERS for c in (pattern[:-1] if pattern.endswith("*") else pattern))


def read_needs(definition, report):
    needs = definition.get("needs")
    if needs is None:
        return []
    if not isinstance(needs, (list, tuple)):
        report(f'needs must be a list such as ["metrics:read:host.*"], not {show(needs)}', "needs")
        return []
    for need in needs:
        if not is_need(need):
            report(f'needs names a right such as "metrics:read:host.*" or "entities:read", not {show(need)}', "needs")
    return [str(need) for need in needs]


def is_pin(name, version):
    """Whether it says which version of a module, such as "shared/budget", the rule wants."""
    folders = name.split("/") if isinstance(name, str) else []
    plain = len(folders) > 1 and all(part and all(c.isalnum() or c in "_-" for c in part) for part in folders)
    return plain and isinstance(version, int) and not isinstance(version, bool) and version > 0


def read_modules(definition, report):
    """The versions of modules that the rule asks for: {"shared/budget": 3}."""
    modules = definition.get("modules")
    if modules is not None and not isinstance(modules, dict):
        report('modules names versions of modules, such as {"shared/budget": 3}', "modules")
        return {}
    pins = modules or {}
    for name, version in pins.items():
        if not is_pin(name, version):
            report('modules names versions of modules, such as {"shared/budget": 3}', str(name))
    return {str(name): version for name, version in pins.items() if is_pin(name, version)}


def declared_parameters(evaluate):
    """The names of the parameters of evaluate after ctx, with their defaults."""
    code = evaluate.__code__
    names = code.co_varnames[: code.co_argcount]
    defaults = evaluate.__defaults__ or ()
    first = len(names) - len(defaults)
    pairs = [(name, defaults[index - first] if index >= first else NOT_GIVEN) for index, name in enumerate(names)]
    named = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
    given = evaluate.__kwdefaults__ or {}
    return pairs, [(name, given.get(name, NOT_GIVEN)) for name in named]


def read_params(evaluate, report):
    if not hasattr(evaluate, "__code__"):
        report("@rule(...) stands above a function, def evaluate(ctx, ...)", "rule")
        return []
    if evaluate.__code__.co_flags & (CO_VARARGS | CO_VARKEYWORDS):
        report("evaluate names its parameters one by one, as in border=P.number(1), without * and **", "evaluate")
    positional, named = declared_parameters(evaluate)
    if not positional or positional[0][1] is not NOT_GIVEN:
        report("evaluate takes ctx first, as in def evaluate(ctx, border=P.number(1))", "evaluate")
        return []
    described = [describe_parameter(name, default, report) for name, default in positional[1:] + named]
    return [parameter for parameter in described if parameter is not None]


def read_labels(definition, report):
    labels = definition.get("labels")
    if labels is None:
        return {}
    if not isinstance(labels, dict):
        report('labels must be texts by name, such as dict(team="core")', "labels")
        return {}
    for name, value in labels.items():
        if not isinstance(name, str) or not isinstance(value, str):
            report('labels must be texts by name, such as dict(team="core")', str(name))
    return {str(name): value for name, value in labels.items() if isinstance(value, str)}
