// SPDX-License-Identifier: Apache-2.0
// "sextant/testing": what a check knows beside series, as data: entities and what belongs to them, alerts of other rules.
import { isArray, keysOf } from "./world.js";
import { checkOptions, RuleError, show } from "./values.js";
import { momentOf, spanOf } from "./curves.js";

const MOST = 500;

export function labelsOf(what, labels = {}) {
  const isPairs = labels !== null && typeof labels === "object" && !isArray(labels);
  if (!isPairs || keysOf(labels).some((name) => typeof labels[name] !== "string")) {
    throw new RuleError(`${what} takes labels such as { service: "pay" }, not ${show(labels)}`);
  }
  return { ...labels };
}

function word(what, text) {
  if (typeof text !== "string" || text === "") {
    throw new RuleError(`${what} must be a text, not ${show(text)}`);
  }
  return text;
}

function words(what, list = []) {
  if (!isArray(list)) {
    throw new RuleError(`${what} must be a list of texts, not ${show(list)}`);
  }
  return list.map((one) => word(what, one));
}

function put(list, what, entry) {
  if (list.length >= MOST) {
    throw new RuleError(`a check has at most ${MOST} ${what}`);
  }
  list.push(entry);
}

/** The methods of t that put things in, and where they put them: `graph` of the test. */
export function graphOf({ graph }) {
  return {
    entity: (type, labels, options) => {
      const { name, tags, owners } = checkOptions("entity", options, ["name", "tags", "owners"]);
      put(graph.entities, "entities", {
        type: word("the type of an entity", type),
        labels: labelsOf("entity", labels),
        name: name === undefined ? null : word("the name of an entity", name),
        tags: words("tags", tags),
        owners: words("owners", owners),
      });
    },
    relation: (from, type, to) => {
      put(graph.relations, "relations", {
        from: labelsOf("relation", from), type: word("the type of a relation", type), to: labelsOf("relation", to),
      });
    },
    change: (labels, at, kind, text = "") => {
      put(graph.changes, "changes", {
        labels: labelsOf("change", labels), at: momentOf("change", at), kind: word("the kind of a change", kind), text: `${text}`,
      });
    },
    maintenance: (labels, at, span) => {
      put(graph.maintenance, "maintenances", {
        labels: labelsOf("maintenance", labels), at: momentOf("maintenance", at), span: spanOf("maintenance", span),
      });
    },
    alert: (rule, labels, at, span) => {
      put(graph.alerts, "alerts", {
        rule: word("the rule of an alert", rule), labels: labelsOf("alert", labels), at: momentOf("alert", at),
        span: span === undefined ? null : spanOf("alert", span),
      });
    },
  };
}

export const emptyGraph = () => ({ entities: [], relations: [], changes: [], maintenance: [], alerts: [] });
