# SPDX-License-Identifier: Apache-2.0
"""Entities: sets that the host finds when a terminal asks for them; and alerts and changes, which are about entities."""
from .world import is_finite, slot
from .values import RuleError, duration_argument, members_of, missing, show
from .durations import is_moment
from .texts import label_text, read_json, write_json
from .later import Guarded
from .rows import Entity, Labels, Row
from .arguments import condition, judged_rows
from .frames import join_frames

MOST_STEPS = 10
SNAKE_NAMES = {"ruleId": "rule_id", "firedAt": "fired_at", "resolvedAt": "resolved_at"}


def ask_records(call, fields):
    head, _, _, refusal = slot.host("records", write_json({**fields, "call": call}))
    if refusal is not None:
        raise RuleError(refusal, call)
    return read_json(head)["items"]


def entity_of(item):
    return Entity(Labels(item["labels"]), item)


def name_of(what, name):
    if not isinstance(name, str) or name == "":
        raise RuleError(f'{what} takes a text such as "service", not {show(name)}', what)
    return str(name)


def reference(what, target):
    """How the host finds one entity: by its id, or by labels that are about it."""
    entity = target.entity if isinstance(target, Row) else target
    if isinstance(entity, Entity):
        return {"labels": entity.labels} if entity.id is None else {"id": entity.id}
    if not isinstance(entity, dict):
        raise RuleError(f"{what} takes an entity, a row or labels, as in {what}(s.entity), not {show(target)}", what)
    return {"labels": {str(label): label_text(value) for label, value in entity.items()}}


def labels_about(what, target):
    return reference(what, target).get("labels") or target.labels


def set_plan(what, entities):
    """The plan of a set: the set itself, or the one entity."""
    if isinstance(entities, EntitySet):
        return entities._plan
    if isinstance(entities, (Entity, Row)):
        return {"op": "entities", "source": {"labels": entities.labels}, "filters": []}
    raise RuleError(f'{what} takes entities, as in {what}(entities.type("service")), not {show(entities)}', what)


def named_rows(what, entities):
    """Entities as rows of a plan: the host puts their labels there."""
    if isinstance(entities, Entity):
        return {"op": "given", "rows": [entities.labels]}
    return set_plan(what, entities)


def tag_names(tags):
    flat = [tag for given in tags for tag in (given if isinstance(given, (list, tuple)) else (given,))]
    if not flat or not all(isinstance(tag, str) and tag != "" for tag in flat):
        raise RuleError(f'tagged takes tags, as in .tagged("core"), not {show(flat[0] if flat else None)}', "tagged")
    return [str(tag) for tag in flat]


class EntitySet:
    """Entities, found when they are asked for."""

    __slots__ = ("_plan", "_rows")

    def __init__(self, source, filters=()):
        self._plan = {"op": "entities", "source": source, "filters": list(filters)}
        self._rows = None

    def _narrowed(self, **filter):
        return EntitySet(self._plan["source"], self._plan["filters"] + [filter])

    def tagged(self, *tags):
        return self._narrowed(tags=tag_names(tags))

    def where(self, conditions=None, **labels):
        if conditions is not None and not isinstance(conditions, dict):
            raise RuleError(f'where takes labels, as in .where(host="a") or .where({{"host": "a"}}), not {show(conditions)}', "where")
        given = {**(conditions or {}), **labels}
        return self._narrowed(where={str(label): condition(label, value) for label, value in given.items()})

    def firing(self):
        return self._narrowed(firing=True)

    def with_change(self, length):
        return self._narrowed(changed=duration_argument("with_change", length))

    def in_maintenance(self):
        return self._narrowed(maintenance=True)

    def nearest(self):
        found = ask_records("entities", {**self._plan, "first": True})
        return entity_of(found[0]) if found else None

    def join(self, frames=None, **named):
        return join_frames(self._plan, 0, frames, named)

    def rows(self):
        if self._rows is None:
            self._rows = tuple(entity_of(item) for item in ask_records("entities", self._plan))
        return self._rows

    def count(self):
        return len(self.rows())

    def map(self, judge):
        return judged_rows("map", self, judge)

    def __iter__(self):
        return iter(self.rows())

    def __len__(self):
        return len(self.rows())

    def __contains__(self, entity):
        return any(own.labels == getattr(entity, "labels", entity) for own in self.rows())

    def __getattr__(self, name):
        raise missing("a set of entities", name, members_of(EntitySet))

    def __repr__(self):
        return "<entities>"


def past_of(as_of):
    time = as_of.timestamp() * 1000 if is_moment(as_of) else as_of
    if isinstance(time, bool) or not isinstance(time, (int, float)) or not is_finite(time) or time > slot.now:
        raise RuleError(f"as_of takes a point in time that is not after now, not {show(as_of)}", "as_of")
    return round(time)


def walk_plan(what, direction, entity, via, depth, as_of):
    if isinstance(depth, bool) or not isinstance(depth, int) or not 1 <= depth <= MOST_STEPS:
        raise RuleError(f"{what} takes a depth of 1 to {MOST_STEPS} steps, not {show(depth)}", "depth")
    types = [name_of("via", kind) for kind in ([via] if isinstance(via, str) else via)]
    walk = {"from": reference(what, entity), "direction": direction, "via": types, "depth": depth}
    if as_of is not None:
        walk["asOf"] = past_of(as_of)
    return walk


def walk_from(*walk):
    return EntitySet({"walk": walk_plan(*walk)})


def relations_plan(what, entity, via, depth):
    """The graph upstream of an entity, as algorithms walk along it: the host puts the relations there."""
    return {"op": "relations", **walk_plan(what, "upstream", entity, via, depth, None)}


def upstream(entity, via=(), depth=1, as_of=None):
    return walk_from("upstream", "upstream", entity, via, depth, as_of)


def downstream(entity, via=(), depth=1, as_of=None):
    return walk_from("downstream", "downstream", entity, via, depth, as_of)


def related(entity, via=(), depth=1, as_of=None):
    return walk_from("related", "both", entity, via, depth, as_of)


entities = Guarded("entities", {
    "type": lambda name: EntitySet({"type": name_of("type", name)}),
    "of": lambda target: EntitySet({"labels": labels_about("of", target)}),
    "upstream": upstream,
    "downstream": downstream,
    "related": related,
    "with_change": lambda length: EntitySet({"changed": duration_argument("with_change", length)}),
    "in_maintenance": lambda: EntitySet({"maintenance": True}),
})


class Record:
    """What the host told, by attribute, with the entity that it is about."""

    __slots__ = ("_owner", "_fields")

    def __init__(self, owner, entity, fields):
        self._owner = owner
        self._fields = {**fields, "entity": entity}

    def __getattr__(self, name):
        fields = object.__getattribute__(self, "_fields")
        if name in fields:
            return fields[name]
        raise missing(self._owner, name, tuple(fields))

    def __repr__(self):
        return f"<{self._owner} {self._fields['entity']}>"

    def to_json(self):
        return self._fields


def alert_record(item):
    labels = Labels(item["labels"])
    known = {SNAKE_NAMES.get(name, name): value for name, value in item.items()}
    return Record("an alert", Entity(labels), {**known, "labels": labels})


def alert_history(last="7d"):
    return [alert_record(item) for item in ask_records("alerts", {"last": duration_argument("history", last)})]


alerts = Guarded("alerts", {
    "active": lambda: [alert_record(item) for item in ask_records("alerts", {})],
    "history": alert_history,
})


def changes_on(entities, last="1h"):
    found = ask_records("changes", {"set": set_plan("on", entities), "last": duration_argument("on", last)})
    return [change_record(item) for item in found]


def change_record(item):
    return Record("a change", entity_of(item["entity"]), {name: item[name] for name in ("time", "kind", "text")})


changes = Guarded("changes", {"on": changes_on})
