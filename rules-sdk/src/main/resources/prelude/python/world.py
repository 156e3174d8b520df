# SPDX-License-Identifier: Apache-2.0
"""The world of one evaluation: its clock is the slot, its random numbers come from the slot.

Must run first: it keeps what the prelude relies on, and replaces what is not pure. The parts of the prelude are joined
into one file, in which `sextant` is the name of them all; a context runs it once and then serves many slots.
"""
import _json
import builtins
import math
import sys
import time as clock

__name__ = "sextant"

Module = type(sys)
prelude_names = globals()
real_import = builtins.__import__
loaded = sys.modules
is_finite = math.isfinite
NAN = math.nan


class Slot:
    """What the running evaluation is a function of. There is one object; each evaluation fills it anew."""

    __slots__ = ("now", "host", "log", "needs")

    def __init__(self):
        self.now = 0
        self.host = None
        self.log = None
        self.needs = ()


slot = Slot()
real_gmtime = clock.gmtime
real_strftime = clock.strftime
real_asctime = clock.asctime


def seconds_of_slot():
    return slot.now / 1000.0


def nanoseconds_of_slot():
    return slot.now * 1000000


def time_of_slot(seconds=None):
    return real_gmtime(seconds_of_slot() if seconds is None else seconds)


def strftime_of_slot(form, moment=None):
    return real_strftime(form, time_of_slot() if moment is None else moment)


def asctime_of_slot(moment=None):
    return real_asctime(time_of_slot() if moment is None else moment)


def ctime_of_slot(seconds=None):
    return real_asctime(time_of_slot(seconds))


def never_sleep(seconds):
    raise RuntimeError("a rule does not wait: it is a function of its slot")


def fix_clock():
    for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        setattr(clock, name, seconds_of_slot)
        setattr(clock, name + "_ns", nanoseconds_of_slot)
    clock.gmtime = time_of_slot
    clock.localtime = time_of_slot
    clock.strftime = strftime_of_slot
    clock.asctime = asctime_of_slot
    clock.ctime = ctime_of_slot
    clock.sleep = never_sleep
    clock.tzname = ("UTC", "UTC")
    clock.timezone = clock.altzone = clock.daylight = 0
    for name in ("clock_gettime", "clock_gettime_ns", "clock_settime", "clock_getres", "get_clock_info", "tzset"):
        if hasattr(clock, name):
            delattr(clock, name)


fix_clock()


def reseed(random):
    """The same numbers for the same slot, on every node: also for generators that a rule makes without a seed."""
    random._inst.seed(slot.now)


def fix_random(random):
    real_seed = random.Random.seed

    def seed(self, a=None, version=2):
        real_seed(self, slot.now if a is None else a, version)

    def refused(*arguments):
        raise RuntimeError("random.SystemRandom is not pure: use random.Random(), which is seeded by the slot")

    random.Random.seed = seed
    random.SystemRandom = refused
    random._urandom = refused


def reset_modules():
    """Settings of the standard library that one evaluation must not leave to the next."""
    random = loaded.get("random")
    if random is not None:
        reseed(random)
    decimal = loaded.get("decimal")
    if decimal is not None:
        decimal.setcontext(decimal.Context())
    calendar = loaded.get("calendar")
    if calendar is not None:
        calendar.setfirstweekday(0)
