# SPDX-License-Identifier: Apache-2.0
"""What the definition lists but this version does not have yet: present, and says so instead of missing."""
from .values import RuleError, missing


def not_yet(member, when):
    return RuleError(f"{member} is not available yet: {when}", member.split(".")[-1])


class Guarded:
    """A part of ctx: its members by attribute, and an error with the near miss for every other name."""

    __slots__ = ("_owner", "_members")

    def __init__(self, owner, members):
        self._owner = owner
        self._members = members

    def __getattr__(self, name):
        members = object.__getattribute__(self, "_members")
        if name in members:
            return members[name]
        raise missing(self._owner, name, tuple(members))

    def __dir__(self):
        return list(self._members)

    def __repr__(self):
        return f"<{self._owner}>"


def later_member(owner, name, when):
    def refuse(*arguments, **named):
        raise not_yet(f"{owner}.{name}", when)

    return refuse


def later_members(owner, names, when):
    """An object of which every listed member raises that it is not available yet."""
    return Guarded(owner, {name: later_member(owner, name, when) for name in names})


incident = later_members("incident", ("attach",), "incidents come with a later version")
