# SPDX-License-Identifier: Apache-2.0
"""How the text of a rule or of a tenant's module becomes code, and the names that it starts with."""
from .world import slot
from .values import RuleError

CO_ASYNC = 0x80 | 0x200
REFUSED_NAMES = {
    "open": "a rule reads and writes no files; its data come from ctx.data",
    "input": "a rule asks nobody; its parameters are declared with P",
    "breakpoint": "a rule runs on a server; write to ctx.log instead",
    "exec": "a rule is all of its own code: exec, eval and compile are not available",
    "eval": "a rule is all of its own code: exec, eval and compile are not available",
    "compile": "a rule is all of its own code: exec, eval and compile are not available",
    "exit": "a rule ends by returning",
    "quit": "a rule ends by returning",
    "help": "the SDK is described in the rule author's guide",
}


def refusing(name, reason):
    def refuse(*arguments, **named):
        raise RuleError(f"{name} is not available: {reason}", name)

    refuse.__name__ = refuse.__qualname__ = name
    return refuse


REFUSALS = {name: refusing(name, reason) for name, reason in REFUSED_NAMES.items()}


def print_to_log(*values, sep=" ", end="\n", file=None, flush=False):
    slot.log("info", (" " if sep is None else sep).join([str(value) for value in values]))


def guest_names(namespace, importer):
    """What a rule's own names start with: they stand before those of Python."""
    namespace["__import__"] = importer
    namespace.update(REFUSALS)
    namespace["print"] = print_to_log
    return namespace


class AsyncRefused(RuleError):
    """An async function in a rule, at its line."""

    def __init__(self, code):
        super().__init__(f"{code.co_name} must not be async: data is there when a terminal such as .map or a for loop asks for it")
        self.line = code.co_firstlineno


def compile_guest(text, name):
    code = compile(text, name, "exec", dont_inherit=True)
    check_async(code)
    return code


def check_async(code):
    for inner in code.co_consts:
        if isinstance(inner, type(code)):
            if inner.co_flags & CO_ASYNC:
                raise AsyncRefused(inner)
            check_async(inner)
