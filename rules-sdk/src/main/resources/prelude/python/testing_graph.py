# SPDX-License-Identifier: Apache-2.0
"""sextant.testing: what a check knows beside series, as data: entities and what belongs to them, alerts of other rules."""
from .values import RuleError, show
from .curves import curve_moment, curve_span

MOST_OF_A_GRAPH = 500


def labels_for(what, labels, more):
    pairs = {} if labels is None else labels
    if not isinstance(pairs, dict):
        raise RuleError(f'{what} takes labels such as {{"service": "pay"}}, not {show(labels)}')
    pairs = {**pairs, **more}
    if not all(isinstance(name, str) and isinstance(value, str) for name, value in pairs.items()):
        raise RuleError(f'{what} takes labels such as {{"service": "pay"}}, not {show(labels)}')
    return pairs


def graph_word(what, text):
    if not isinstance(text, str) or not text:
        raise RuleError(f"{what} must be a text, not {show(text)}")
    return text


def graph_words(what, texts):
    if not isinstance(texts, (list, tuple)):
        raise RuleError(f"{what} must be a list of texts, not {show(texts)}")
    return [graph_word(what, one) for one in texts]


def empty_graph():
    return {"entities": [], "relations": [], "changes": [], "maintenance": [], "alerts": []}


def methods_of_graph(graph):
    """The methods of t that put things in, and where they put them: the graph of the test."""

    def put(kind, what, entry):
        if len(graph[kind]) >= MOST_OF_A_GRAPH:
            raise RuleError(f"a check has at most {MOST_OF_A_GRAPH} {what}")
        graph[kind].append(entry)

    def entity(type, labels, name=None, tags=(), owners=()):
        put("entities", "entities", {
            "type": graph_word("the type of an entity", type),
            "labels": labels_for("entity", labels, {}),
            "name": None if name is None else graph_word("the name of an entity", name),
            "tags": graph_words("tags", tags),
            "owners": graph_words("owners", owners),
        })

    def relation(from_, type, to):
        put("relations", "relations", {
            "from": labels_for("relation", from_, {}),
            "type": graph_word("the type of a relation", type),
            "to": labels_for("relation", to, {}),
        })

    def change(labels, at, kind, text=""):
        put("changes", "changes", {
            "labels": labels_for("change", labels, {}),
            "at": curve_moment("change", at),
            "kind": graph_word("the kind of a change", kind),
            "text": str(text),
        })

    def maintenance(labels, at, span):
        put("maintenance", "maintenances", {
            "labels": labels_for("maintenance", labels, {}),
            "at": curve_moment("maintenance", at),
            "span": curve_span("maintenance", span),
        })

    def alert(rule, labels, at, span=None):
        put("alerts", "alerts", {
            "rule": graph_word("the rule of an alert", rule),
            "labels": labels_for("alert", labels, {}),
            "at": curve_moment("alert", at),
            "span": None if span is None else curve_span("alert", span),
        })

    return {"entity": entity, "relation": relation, "change": change, "maintenance": maintenance, "alert": alert}
