# SPDX-License-Identifier: Apache-2.0
"""What operators of frames take: conditions on labels, names, points in time, objectives, functions."""
from .world import loaded
from .values import RuleError, duration_argument, is_number, show
from .durations import is_moment
from .texts import label_text
from .shapes import ROW_MEMBERS

WORDS = {"whereNow": "where_now", "burnRate": "burn_rate", "except": "except_"}
COMPARISONS = (">", ">=", "<", "<=", "==", "!=")
RE_UNICODE = 32


class Not:
    """A condition of `.where`: every value but this one, or but these."""

    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value


def not_(value):
    return Not(value)


def is_label_value(value):
    return isinstance(value, (str, int, float))


def is_expression(value):
    expressions = loaded.get("re")
    return expressions is not None and isinstance(value, expressions.Pattern)


def whole_expression(expression):
    """re.search finds an expression anywhere in a text; the plan's expressions match the whole value."""
    source = expression.pattern
    if not isinstance(source, str) or expression.flags & ~RE_UNICODE:
        raise RuleError('where takes expressions of text without flags; write re.compile("(?i)web") to ignore case')
    alternatives = "|" in source or source.endswith(("\\$", "\\"))
    anchored = source.startswith("^") and source.endswith("$") and not alternatives
    return source[1:-1] if anchored else f"(?s:.*)(?:{source})(?s:.*)"


def condition(label, value):
    if is_label_value(value):
        return label_text(value)
    if isinstance(value, (list, tuple)) and all(is_label_value(item) for item in value):
        return [label_text(item) for item in value]
    if is_expression(value):
        return {"regex": whole_expression(value)}
    if isinstance(value, Not) and not is_expression(value.value) and not isinstance(value.value, Not):
        return {"not": condition(label, value.value)}
    message = f"where wants a text, a list of texts, re.compile(...) or not_(a text or a list) for {label}, not {show(value)}"
    raise RuleError(message, label)


def label_names(what, names):
    flat = [name for given in names for name in (given if isinstance(given, (list, tuple)) else (given,))]
    for name in flat:
        if not isinstance(name, str) or name == "":
            raise RuleError(f'{what} takes names of labels, as in {what}("host", "mount"), not {show(name)}')
    return [str(name) for name in flat]


def instant(what, value):
    if is_moment(value):
        return round(value.timestamp() * 1000)
    if isinstance(value, str):
        value = iso_instant(value)
    if not is_number(value):
        raise RuleError(f"window takes a datetime, epoch milliseconds or an ISO text as {what}, not {show(value)}", "window")
    return round(value)


def iso_instant(text):
    import datetime

    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    zoned = moment if moment.tzinfo is not None else moment.replace(tzinfo=datetime.timezone.utc)
    return zoned.timestamp() * 1000


def objective_of(slo):
    """The ratio that an objective wants: 99.9 is the same as 0.999."""
    ratio = slo / 100 if is_number(slo) and slo > 1 else slo
    if not is_number(ratio) or not 0 < ratio < 1:
        raise RuleError(f"burn_rate takes the objective as slo, such as 99.9 or 0.999, not {show(slo)}", "slo")
    return ratio


def burn_windows(windows):
    """The texts of the windows of a burn rate, as the author wrote them: rows name their burns so."""
    if not isinstance(windows, (list, tuple)) or not 1 <= len(windows) <= 6:
        raise RuleError(f'burn_rate takes 1 to 6 windows, as in windows=["5m", "1h"], not {show(windows)}', "windows")
    texts = []
    for window in windows:
        text = duration_argument("a window of burn_rate", window)
        texts.append(str(window) if isinstance(window, str) and "." not in window else text)
    return texts


def check_joined_name(name):
    if not isinstance(name, str) or not name.isidentifier() or name in ROW_MEMBERS:
        raise RuleError(f"join cannot name a frame {name}: a row has that member itself, or it is no plain name", name)


def word_of(plan):
    return plan["operator"] if plan["op"] == "arithmetic" else WORDS.get(plan["op"], plan["op"])


def judged_rows(terminal, frame, judge):
    if not callable(judge):
        raise RuleError(f".{terminal} takes a function of a row, as in .{terminal}(lambda s: fire(s)), not {show(judge)}", terminal)
    results = (judge(row) for row in frame.rows())
    return [result for result in results if result is not None]
