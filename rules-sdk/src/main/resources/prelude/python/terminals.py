# SPDX-License-Identifier: Apache-2.0
"""What frames and results of algorithms have in common: a lazy plan, and the terminals that run it by one host call."""
from .values import MissingMember, RuleError, check_options, members_of, missing
from .arguments import judged_rows
from .rows import count_rows, fetch_rows
from .charts import CHART_OPTIONS, Chart
from .verdicts import Judgement

MOST_SELECTIONS = 100


class Rows:
    """`_size` is how many selections of series the plan makes: a few lines of script could ask for millions."""

    __slots__ = ("_plan", "_size", "_rows")

    def __init__(self, plan, size=1):
        if size > MOST_SELECTIONS:
            raise RuleError(f"a frame may be made of {MOST_SELECTIONS} selections of series, this one of {size}")
        self._plan = plan
        self._size = size
        self._rows = None

    def rows(self):
        if self._rows is None:
            self._rows = tuple(fetch_rows(self._plan))
        return self._rows

    def count(self):
        return count_rows(self._plan)

    def __iter__(self):
        return iter(self.rows())

    def map(self, judge):
        return judged_rows("map", self, judge)

    def judge(self, judge):
        return Judgement(judged_rows("judge", self, judge))

    def chart(self, **options):
        return Chart(self._plan, None, check_options("chart", options, CHART_OPTIONS))

    def __bool__(self):
        raise RuleError("a frame is neither true nor false: ask .count() > 0, or iterate over it")

    def __getattr__(self, name):
        if name == "time_to":
            raise MissingMember("a frame has no member time_to; results of algo.forecast(frame) have it", name)
        raise missing("a frame", name, members_of(type(self)))

    def __repr__(self):
        return f"<frame of {self._plan['op']}>"
