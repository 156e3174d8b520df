# SPDX-License-Identifier: Apache-2.0
"""What a rule can import: the SDK, the tenant's own modules, and the pure part of the standard library."""
from .world import Module, fix_random, loaded, prelude_names, real_import, reseed
from .values import RuleError
from .guests import compile_guest, guest_names
from .watch import watch

PURE = (
    "base64", "bisect", "calendar", "cmath", "collections", "collections.abc", "copy", "dataclasses", "datetime",
    "decimal", "enum", "fractions", "functools", "heapq", "itertools", "json", "math", "numbers",
    "operator", "random", "re", "statistics", "string", "textwrap", "time", "typing",
)
SUPPORT = ("__future__", "abc")


class Refused(RuleError, ImportError):
    """An import that a rule may not make."""


def refused(name):
    allowed = ", ".join(module for module in PURE if "." not in module)
    message = f'the module "{name}" cannot be imported; a rule may import sextant, modules of its tenant, and {allowed}'
    return Refused(message, name)


class Guests:
    """The modules of the running evaluation: the tenant's own are run anew each time, as the rule is."""

    def __init__(self):
        self.sources = {}
        self.codes = {}
        self.running = {}
        self.facades = {}

    def declare(self, sources):
        """Names with dots and texts of the tenant's modules; the same for all evaluations of a context."""
        self.sources = sources

    def start(self):
        self.running = {}

    def find(self, name):
        """The tenant's module of that name, or the folder that has such modules; None when there is none."""
        if name in self.running:
            return self.running[name]
        if name in self.sources:
            return self.run(name)
        if any(known.startswith(name + ".") for known in self.sources):
            self.running[name] = Module(name)
            return self.running[name]
        return None

    def run(self, name):
        code = self.codes.get(name)
        if code is None:
            code = self.codes[name] = compile_guest(self.sources[name], file_of(name))
        module = self.running[name] = Module(name)
        parent, _, own = name.rpartition(".")
        guest_names(module.__dict__, import_by_rule)
        try:
            exec(code, module.__dict__)
        except BaseException:
            del self.running[name]
            raise
        if parent:
            setattr(self.find(parent), own, module)
        return module

    def import_module(self, name, fromlist):
        """As the import statement wants it: the module when names are taken from it, else its first part."""
        module = self.find(name)
        for own in fromlist or ():
            if f"{name}.{own}" in self.sources:
                setattr(module, own, self.find(f"{name}.{own}"))
        return module if fromlist else self.find(name.partition(".")[0])


guests = Guests()


def file_of(name):
    return name.replace(".", "/") + ".py"


def guarded_import(name, globals=None, locals=None, fromlist=(), level=0):
    """Takes the place of Python's own import, for everything in the context."""
    if is_trusted(globals):
        return real_import(name, globals, locals, fromlist, level)
    if level:
        raise RuleError("a rule imports by full names, as in: from shared.budget import budget", "import")
    if name == "sextant":
        return loaded["sextant"]
    if guests.find(name) is not None:
        return guests.import_module(name, fromlist)
    if name not in PURE and name not in SUPPORT:
        raise refused(name)
    whole = facade(name)
    return whole if fromlist or "." not in name else facade(name.partition(".")[0])


def is_trusted(namespace):
    """Whether it is the namespace of a module of the standard library, or of this prelude; None is Python itself."""
    if namespace is None or namespace is prelude_names:
        return True
    name = namespace.get("__name__")
    return any(known in loaded and loaded[known].__dict__ is namespace for known in (name, f"_py{name}"))


def import_by_rule(name, globals=None, locals=None, fromlist=(), level=0):
    """`__import__` as a rule finds it."""
    return guarded_import(name, {}, None, fromlist, level)


def facade(name):
    """A module of the standard library without what it imports itself: no way leads on to os or sys."""
    known = guests.facades.get(name)
    if known is not None:
        return known
    module = real_module(name)
    shown = Module(name, module.__doc__)
    for own, value in module.__dict__.items():
        if not own.startswith("_") and not isinstance(value, Module):
            setattr(shown, own, value)
    guests.facades[name] = shown
    if name == "collections":
        shown.abc = facade("collections.abc")
    watch.add_module(name)
    watch.add(shown.__dict__)
    return shown


def real_module(name):
    if name == "dataclasses":
        loaded.setdefault("inspect", inspect_for_dataclasses())
    real_import(name, prelude_names, None, ("*",), 0)
    module = loaded[name]
    if name in ("random", "statistics") and not hasattr(loaded["random"], "sextant"):
        fix_random(loaded["random"])
        loaded["random"].sextant = True
        reseed(loaded["random"])
    if name == "json":
        module.JSONEncoder.default = json_of_guest_values
    return module


def json_of_guest_values(encoder, value):
    """So that json.dumps writes rows, entities and durations."""
    if hasattr(value, "to_json"):
        return value.to_json()
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")


def inspect_for_dataclasses():
    """dataclasses uses little of inspect, which takes a second to import."""
    module = Module("inspect")

    def get_annotations(kind):
        return dict(kind.__dict__.get("__annotations__", {}))

    def signature(kind):
        raise ValueError("signatures are not kept")

    module.get_annotations = get_annotations
    module.signature = signature
    module.unwrap = lambda function: getattr(function, "__wrapped__", function)
    return module
