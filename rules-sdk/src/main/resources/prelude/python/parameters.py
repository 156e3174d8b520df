# SPDX-License-Identifier: Apache-2.0
"""Typed parameters: what `P.number(1, min=0)` declares, and how the values of a form become those of a rule."""
from .values import RuleError, did_you_mean, duration_text, is_number, missing, ms_of, show, text_of
from .durations import Duration

PARAMETER_OPTIONS = ("title", "help", "min", "max", "options", "of")
NOT_GIVEN = object()


class Parameter:
    """One declared parameter. Mistakes are kept and told together with those of the header."""

    __slots__ = ("kind", "fallback", "options", "tag")

    def __init__(self, kind, fallback, options, tag=None):
        self.kind = kind
        self.fallback = fallback
        self.options = options
        self.tag = tag

    def __repr__(self):
        return f"P.{self.kind}({self.fallback!r})"


class Parameters:
    """Declares the parameters of a rule, as the defaults of its evaluate."""

    __slots__ = ()

    def string(self, value=NOT_GIVEN, **options):
        return Parameter("string", value, options)

    def number(self, value=NOT_GIVEN, **options):
        return Parameter("number", value, options)

    def int(self, value=NOT_GIVEN, **options):
        return Parameter("int", value, options)

    def boolean(self, value=NOT_GIVEN, **options):
        return Parameter("boolean", value, options)

    def duration(self, value=NOT_GIVEN, **options):
        return Parameter("duration", value, options)

    def percent(self, value=NOT_GIVEN, **options):
        return Parameter("percent", value, options)

    def metric(self, value=NOT_GIVEN, **options):
        return Parameter("metric", value, options)

    def label(self, value=NOT_GIVEN, **options):
        return Parameter("label", value, options)

    def entity(self, value=NOT_GIVEN, **options):
        return Parameter("entity", value, options)

    def tag(self, tag, value=NOT_GIVEN, **options):
        return Parameter("tag", value, options, tag)

    def enum(self, value=NOT_GIVEN, **options):
        return Parameter("enum", value, options)

    def list(self, values=NOT_GIVEN, **options):
        return Parameter("list", values, options)

    def __getattr__(self, name):
        raise missing("P", name, members_of_parameters())


def members_of_parameters():
    return tuple(name for name in Parameters.__dict__ if not name.startswith("_"))


P = Parameters()


def is_text(value):
    return isinstance(value, str) and len(value) <= 1000


def is_name(value):
    return is_text(value) and value != ""


def is_whole(value):
    return is_number(value) and value == int(value)


def is_boolean(value):
    return isinstance(value, bool)


def is_span(value):
    return ms_of(value) is not None


def is_short_list(value):
    return isinstance(value, (list, tuple)) and len(value) <= 1000


# What a value of each kind must be, said so that it completes "must be …".
KINDS = {
    "string": ("a text of at most 1,000 characters", is_text),
    "number": ("a number", is_number),
    "int": ("a whole number", is_whole),
    "boolean": ("True or False", is_boolean),
    "duration": ('a duration such as "5m"', is_span),
    "percent": ("a number in percent, such as 99.9", is_number),
    "metric": ("the name of a metric", is_name),
    "label": ("the name of a label", is_name),
    "entity": ("the name of an entity", is_text),
    "tag": ("the value of a tag", is_text),
    "enum": ("one of its options", is_text),
    "list": ("a list of at most 1,000 values", is_short_list),
}


def wants(kind):
    return KINDS[kind][0]


def accepts(kind, value):
    return KINDS[kind][1](value)


def form_size(kind, value):
    return ms_of(value) if kind == "duration" else value


def form_value(kind, value):
    return duration_text(ms_of(value)) if kind == "duration" else value


def misfit(parameter, value):
    """Why a value does not fit a parameter of the header, or None when it does."""
    kind = parameter["kind"]
    if not accepts(kind, value):
        return f"must be {wants(kind)}, not {show(value)}"
    least, greatest = parameter.get("min"), parameter.get("max")
    if least is not None and form_size(kind, value) < form_size(kind, least):
        return f"must be at least {least}, not {value}"
    if greatest is not None and form_size(kind, value) > form_size(kind, greatest):
        return f"must be at most {greatest}, not {value}"
    if kind == "enum" and value not in parameter["options"]:
        return f"must be one of {', '.join(parameter['options'])}, not {show(value)}"
    item = parameter.get("of", "string")
    if kind == "list" and not all(accepts(item, one) for one in value):
        return f"must be a list of which every value is {wants(item)}"
    return None


def bounds_problem(kind, options):
    choices = options.get("options")
    if kind == "enum" and not (isinstance(choices, (list, tuple)) and choices and all(map(is_text, choices))):
        return 'needs its choices, as in P.enum("low", options=["low", "high"])'
    item = options.get("of")
    if item is not None and item not in KINDS:
        return f"cannot be a list of {show(item)}{did_you_mean(item, tuple(KINDS))}"
    for name in ("min", "max"):
        if options.get(name) is not None and not accepts(kind, options[name]):
            return f"has a bound {name} that must be {wants(kind)}"
    return None


def describe_parameter(name, declared, report):
    """The header's form of one parameter; mistakes go to report(message, near)."""
    if not isinstance(declared, Parameter):
        shown = "nothing" if declared is NOT_GIVEN else show(declared)
        report(f"parameter {name} must be declared with P, as in {name}=P.number(0.9, min=0, max=1), not {shown}", name)
        return None
    kind, options = declared.kind, declared.options
    strange = next((option for option in options if option not in PARAMETER_OPTIONS), None)
    if strange is not None:
        report(f"parameter {name} has no option {strange}{did_you_mean(strange, PARAMETER_OPTIONS)}", strange)
    problem = bounds_problem(kind, options)
    if problem is not None:
        report(f"parameter {name} {problem}", name)
        return None
    described = {"name": name, "kind": kind}
    described["default"] = [] if declared.fallback is NOT_GIVEN and kind == "list" else declared.fallback
    for option in PARAMETER_OPTIONS:
        if options.get(option) is not None:
            described[option] = text_of(options[option]) if option in ("title", "help") else options[option]
    if declared.tag is not None:
        described["tag"] = str(declared.tag)
    return checked_default(described, report)


def checked_default(described, report):
    problem = misfit(described, described["default"])
    if problem is not None:
        report(f"the default of parameter {described['name']} {problem}", described["name"])
        return None
    for field in ("default", "min", "max"):
        if field in described:
            described[field] = form_value(described["kind"], described[field])
    return described


def guest_value(kind, value):
    if kind == "duration":
        return Duration(value)
    if kind == "percent":
        return value / 100
    if kind == "int":
        return int(value)
    if kind == "list":
        return tuple(value)
    return value


def read_parameters(declared, given, report):
    """The values of an evaluation: given ones, else defaults; unknown and unfit ones are told through report."""
    names = tuple(parameter["name"] for parameter in declared)
    for name in given:
        if name not in names:
            report(f"the rule has no parameter {name}{did_you_mean(name, names) if names else ''}", None)
    read = {}
    for parameter in declared:
        value = given.get(parameter["name"])
        value = parameter["default"] if value is None else value
        problem = misfit(parameter, value)
        if problem is None:
            read[parameter["name"]] = guest_value(parameter["kind"], value)
        else:
            report(f"parameter {parameter['name']} {problem}", parameter["name"])
    return read


class Values:
    """`ctx.params`: the values by attribute or by name; a name that is not declared is an error."""

    __slots__ = ("_values",)

    def __init__(self, values):
        self._values = values

    def __getattr__(self, name):
        values = object.__getattribute__(self, "_values")
        if name in values:
            return values[name]
        if name.startswith("__"):
            raise AttributeError(name)
        raise RuleError(f"the rule declares no parameter {name}{did_you_mean(name, tuple(values)) if values else ''}", name)

    def __getitem__(self, name):
        return getattr(self, str(name))

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def __contains__(self, name):
        return name in self._values

    def __repr__(self):
        return repr(self._values)

    def to_json(self):
        return dict(self._values)
