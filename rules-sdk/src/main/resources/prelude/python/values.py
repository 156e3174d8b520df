# SPDX-License-Identifier: Apache-2.0
"""Small values that the SDK shares: errors that speak, near misses, texts, lengths of time."""
from .world import _json, is_finite, loaded


class RuleError(Exception):
    """A mistake in the use of the SDK. `near` is a word of the rule's source, by which its line is found."""

    def __init__(self, message, near=None):
        super().__init__(message)
        self.near = near


class MissingMember(RuleError, AttributeError):
    """A name that an object does not have; an AttributeError too, so that hasattr answers."""


def show(value):
    if isinstance(value, str):
        return _json.encode_basestring(value[:60] + "…" if len(value) > 60 else value)
    if value is None or isinstance(value, (bool, int, float, Duration)):
        return str(value)[:60]
    if isinstance(value, (list, tuple, set, frozenset)):
        return "a list"
    return "a function" if callable(value) else "an object"


def distance(left, right):
    row = list(range(len(right) + 1))
    for i in range(1, len(left) + 1):
        following = [i]
        for j in range(1, len(right) + 1):
            cost = 0 if left[i - 1] == right[j - 1] else 1
            following.append(min(row[j] + 1, following[j - 1] + 1, row[j - 1] + cost))
        row = following
    return row[-1]


def bare(text):
    return "".join(character for character in text.lower() if character.isalnum())


def did_you_mean(name, known):
    """"; did you mean x?" for the closest of the known names, else which names there are."""
    word = bare(str(name))[:40]
    scored = sorted((distance(word, bare(candidate)), index, candidate) for index, candidate in enumerate(known))
    if scored and scored[0][0] <= max(1, len(scored[0][2]) // 3):
        return f"; did you mean {scored[0][2]}?"
    return f"; known are {', '.join(known)}"


def check_options(what, options, known):
    """Refuses names of options that nobody reads."""
    for name in options:
        if name not in known:
            raise RuleError(f"{what} has no option {name}{did_you_mean(name, known)}", name)
    return options


def missing(owner, name, known):
    """The error for a misspelt member; names with underscores of Python's own stay Python's affair."""
    if name.startswith("__"):
        return AttributeError(name)
    return MissingMember(f"{owner} has no member {name}{did_you_mean(name, known)}", name)


def members_of(kind):
    """The public names of a class of the SDK."""
    return tuple(name for base in kind.__mro__[:-1] for name in base.__dict__ if is_public(name))


def is_public(name):
    return not name.startswith("_") and name != "to_json"


UNITS = (("d", 86400000), ("h", 3600000), ("m", 60000), ("s", 1000), ("ms", 1))
READ_UNITS = {"w": 604800000, "d": 86400000, "h": 3600000, "m": 60000, "s": 1000, "ms": 1}
HUMAN_UNITS = {"d": "d", "h": "h", "m": "min", "s": "s", "ms": "ms"}


def ms_of_text(text):
    """Milliseconds of "1h30m"; None when it is not written so."""
    total = 0.0
    index = 0
    while index < len(text):
        start = index
        while index < len(text) and text[index] in "0123456789.":
            index += 1
        amount = text[start:index]
        unit = text[index : index + 2] if text[index : index + 2] == "ms" else text[index : index + 1]
        index += len(unit)
        if unit not in READ_UNITS or not is_amount(amount):
            return None
        total += float(amount) * READ_UNITS[unit]
    return math_round(total)


def is_amount(amount):
    whole, _, part = amount.partition(".")
    return whole.isdigit() and (part.isdigit() or "." not in amount)


def math_round(value):
    """Half up, as JavaScript rounds; Python rounds halves to even."""
    return int((value + 0.5) // 1)


def ms_of(value):
    """Milliseconds of "30s", "1h30m", a Duration or a timedelta; None when it is none of them."""
    if isinstance(value, Duration):
        return value.ms
    if isinstance(value, str):
        return ms_of_text(value) if 0 < len(value) <= 40 else None
    datetime = loaded.get("datetime")
    if datetime is not None and isinstance(value, datetime.timedelta):
        return math_round(value.total_seconds() * 1000)
    return None


def duration_text(ms):
    """The text of a duration in the largest unit that divides it: "90s", "2m", "14d", "-5m"."""
    if ms < 0:
        return f"-{duration_text(-ms)}"
    for unit, size in UNITS:
        if ms % size == 0 and ms >= size:
            return f"{ms // size}{unit}"
    return "0s"


def duration_argument(what, value):
    """The text of a duration argument, or an error that names the argument."""
    ms = ms_of(value)
    if ms is None or ms <= 0:
        raise RuleError(f'{what} takes a duration such as "30s", "5m", "1h" or "14d", not {show(value)}')
    return duration_text(ms)


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool) and is_finite(value)


def text_of(value, limit=500):
    """A text per language from a text or a dict of en and zh; None when it is neither."""
    if isinstance(value, str):
        return {"en": str(value[:limit])}
    if not isinstance(value, dict) or not value:
        return None
    for language, text in value.items():
        if language not in ("en", "zh") or not isinstance(text, str):
            return None
    texts = {language: str(text[:limit]) for language, text in value.items()}
    return {"en": texts.get("en", texts.get("zh")), **texts}
