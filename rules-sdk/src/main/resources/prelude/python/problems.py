# SPDX-License-Identifier: Apache-2.0
"""What went wrong in a rule, in words for its author, with the place in the author's file."""
from .values import RuleError
from .guests import AsyncRefused
from .modules import file_of

LONGEST_MESSAGE = 2000
INSTRUCTION_BYTES = 2


class Problem:
    """`near` is a word of the source by which the worker finds a line when there is none."""

    __slots__ = ("message", "near", "line", "column")

    def __init__(self, message, near=None, line=None, column=None):
        self.message = message
        self.near = near
        self.line = line
        self.column = column


def problem_of(error, name, modules):
    if isinstance(error, SyntaxError):
        return syntax_problem(error, name)
    if isinstance(error, AsyncRefused):
        return Problem(str(error), None, error.line, 1)
    message = message_of(error)
    files = {file_of(module) for module in modules}
    places = places_of(error, {name} | files)
    if places and places[-1][0] != name:
        message = f"{message} ({places[-1][0]}, line {places[-1][1]})"
    own = [place for place in places if place[0] == name]
    near = error.near if isinstance(error, RuleError) else None
    return Problem(message, near, own[-1][1], own[-1][2]) if own else Problem(message, near)


def syntax_problem(error, name):
    message = f"{error.msg}" if isinstance(error.msg, str) else "the file is not valid Python"
    if error.filename != name:
        return Problem(f"{message} ({error.filename}, line {error.lineno})"[:LONGEST_MESSAGE])
    return Problem(message[:LONGEST_MESSAGE], None, error.lineno or 1, max(error.offset or 1, 1))


def message_of(error):
    try:
        text = "".join(str(error))[:LONGEST_MESSAGE]
    except BaseException:
        text = "an error that cannot say what it is"
    if isinstance(error, RuleError):
        return text
    kind = type(error).__name__
    if kind == "ForeignException":
        return "the script made its language runtime fail"
    return f"{kind}: {text}" if text else kind


def places_of(error, files):
    """Name of the file, line and column of each step in files of the author, outermost first."""
    places = []
    step = error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        if code.co_filename in files:
            places.append((code.co_filename, step.tb_lineno, column_of(code, step)))
        step = step.tb_next
    return places


def column_of(code, step):
    index = step.tb_lasti // INSTRUCTION_BYTES
    for number, (line, _, column, _) in enumerate(code.co_positions()):
        if number == index:
            return column + 1 if line == step.tb_lineno and column is not None else 1
    return 1
