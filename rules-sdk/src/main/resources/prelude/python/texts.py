# SPDX-License-Identifier: Apache-2.0
"""JSON as the engine reads it, the same as the JavaScript prelude writes it: 1.0 is written 1, and NaN null."""
from .world import _json, is_finite
from .values import RuleError, show

DEEPEST = 100
WHOLE_BELOW = 1e15
quote = _json.encode_basestring


class Reading:
    """How the scanner makes values."""

    strict = True
    object_hook = None
    object_pairs_hook = None
    parse_float = float
    parse_int = int
    memo = {}

    @staticmethod
    def parse_constant(name):
        raise ValueError(name)


scan = _json.make_scanner(Reading)


def read_json(text):
    return scan(text, 0)[0]


def number_text(value):
    """A number as JSON and JavaScript write it."""
    if isinstance(value, int):
        return str(int(value))
    if not is_finite(value):
        return "null"
    if -WHOLE_BELOW < value < WHOLE_BELOW and value == int(value):
        return str(int(value))
    return float.__repr__(value)


def key_text(key):
    if isinstance(key, str):
        return quote(key)
    if key is None or isinstance(key, (bool, int, float)):
        return quote(label_text(key))
    raise RuleError(f"a key of JSON must be a text, not {show(key)}")


def label_text(value):
    """A label's value from a text, a number or a truth value, as in JavaScript."""
    if isinstance(value, str):
        return str(value)
    if value is True:
        return "true"
    if value is False:
        return "false"
    return "null" if value is None else number_text(value)


def write_json(value):
    parts = []
    write_value(value, parts.append, 0)
    return "".join(parts)


def write_value(value, put, depth):
    if isinstance(value, str):
        put(quote(value))
    elif value is None:
        put("null")
    elif value is True:
        put("true")
    elif value is False:
        put("false")
    elif isinstance(value, (int, float)):
        put(number_text(value))
    elif depth >= DEEPEST:
        raise RuleError("the value is nested too deeply for JSON, or contains itself")
    elif isinstance(value, dict):
        write_object(value, put, depth)
    elif isinstance(value, (list, tuple)):
        write_list(value, put, depth)
    elif hasattr(value, "to_json"):
        write_value(value.to_json(), put, depth + 1)
    else:
        raise RuleError(f"{show(value)} of type {type(value).__name__} cannot be written as JSON")


def write_object(value, put, depth):
    separator = "{"
    for key, item in value.items():
        put(separator)
        put(key_text(key))
        put(":")
        write_value(item, put, depth + 1)
        separator = ","
    put("{}" if separator == "{" else "}")


def write_list(value, put, depth):
    separator = "["
    for item in value:
        put(separator)
        write_value(item, put, depth + 1)
        separator = ","
    put("[]" if separator == "[" else "]")
