// SPDX-License-Identifier: Apache-2.0
// Entities: sets that the host finds when a terminal asks for them; and alerts and changes, which are about entities.
import { entriesOf, freeze, isFiniteNumber, isInteger, now, parseJson, writeJson } from "./world.js";
import { checkOptions, durationArgument, RuleError, show } from "./values.js";
import { guarded } from "./later.js";
import { Entity, Row } from "./rows.js";
import { host } from "./host.js";
import { checkFunction, condition } from "./arguments.js";
import { Frame } from "./frames.js";

const MOST_STEPS = 10;
const WALK_OPTIONS = freeze(["via", "depth", "asOf"]);

function askRecords(call, fields) {
  const answer = host.call("records", writeJson({ ...fields, call }) ?? "null");
  if (typeof answer.refusal === "string") {
    throw new RuleError(answer.refusal, call);
  }
  return parseJson(answer.head).items;
}

const entityOf = ({ labels, ...known }) => new Entity(freeze(labels), known);

function nameOf(what, name) {
  if (typeof name !== "string" || name === "") {
    throw new RuleError(`${what} takes a text such as "service", not ${show(name)}`, what);
  }
  return name;
}

/** How the host finds one entity: by its id, or by labels that are about it. */
function reference(what, target) {
  const entity = target instanceof Row ? target.entity : target;
  if (entity instanceof Entity) {
    return entity.id === null ? { labels: entity.labels } : { id: entity.id };
  }
  if (entity === null || typeof entity !== "object" || entity instanceof EntitySet) {
    throw new RuleError(`${what} takes an entity, a row or labels, as in ${what}(s.entity), not ${show(target)}`, what);
  }
  return { labels: Object.fromEntries(entriesOf(entity).map(([label, value]) => [label, String(value)])) };
}

const aboutOf = (target) => ({ labels: (target instanceof Row ? target.entity : target).labels });

/** The plan of a set: the set itself, or the one entity. */
function setPlan(what, entities) {
  if (entities instanceof EntitySet) {
    return EntitySet.plan(entities);
  }
  if (entities instanceof Entity || entities instanceof Row) {
    return { op: "entities", source: aboutOf(entities), filters: [] };
  }
  throw new RuleError(`${what} takes entities, as in ${what}(entities.type("service")), not ${show(entities)}`, what);
}

/** Entities as rows of a plan: the host puts their labels there. */
export function namedRows(what, entities) {
  if (entities instanceof Entity) {
    return { op: "given", rows: [entities.labels] };
  }
  return setPlan(what, entities);
}

function tagNames(tags) {
  const flat = tags.flat();
  if (flat.length === 0 || !flat.every((tag) => typeof tag === "string" && tag !== "")) {
    throw new RuleError(`tagged takes tags, as in .tagged("core"), not ${show(flat[0])}`, "tagged");
  }
  return flat;
}

export class EntitySet {
  #plan;
  #rows;

  constructor(source, filters = []) {
    this.#plan = freeze({ op: "entities", source, filters });
  }

  static plan(set) {
    return set.#plan;
  }

  #narrowed(filter) {
    return new EntitySet(this.#plan.source, [...this.#plan.filters, filter]);
  }

  tagged(...tags) {
    return this.#narrowed({ tags: tagNames(tags) });
  }

  where(conditions) {
    if (conditions === null || typeof conditions !== "object") {
      throw new RuleError(`where takes an object of labels, as in .where({ host: "a" }), not ${show(conditions)}`, "where");
    }
    return this.#narrowed({ where: Object.fromEntries(entriesOf(conditions).map(([label, value]) => [label, condition(label, value)])) });
  }

  firing() {
    return this.#narrowed({ firing: true });
  }

  withChange(length) {
    return this.#narrowed({ changed: durationArgument("withChange", length) });
  }

  inMaintenance() {
    return this.#narrowed({ maintenance: true });
  }

  nearest() {
    const [found] = askRecords("entities", { ...this.#plan, first: true });
    return found === undefined ? null : entityOf(found);
  }

  join(frames) {
    return Frame.joined(this.#plan, 0, frames);
  }

  rows() {
    this.#rows ??= freeze(askRecords("entities", this.#plan).map(entityOf));
    return this.#rows;
  }

  count() {
    return this.rows().length;
  }

  map(judge) {
    return this.rows().map(checkFunction("map", judge)).filter((result) => result !== null && result !== undefined);
  }

  [Symbol.iterator]() {
    return this.rows()[Symbol.iterator]();
  }
}

function pastOf(asOf) {
  const time = asOf instanceof Date ? asOf.getTime() : asOf;
  if (typeof time !== "number" || !isFiniteNumber(time) || time > now) {
    throw new RuleError(`asOf takes a point in time that is not after now, not ${show(asOf)}`, "asOf");
  }
  return Math.round(time);
}

function walkPlan(what, direction, entity, options) {
  const { via = [], depth = 1, asOf } = checkOptions(what, options, WALK_OPTIONS);
  if (!isInteger(depth) || depth < 1 || depth > MOST_STEPS) {
    throw new RuleError(`${what} takes a depth of 1 to ${MOST_STEPS} steps, not ${show(depth)}`, "depth");
  }
  const types = [via].flat().map((type) => nameOf("via", type));
  const walk = { from: reference(what, entity), direction, via: types, depth };
  return asOf === undefined ? walk : { ...walk, asOf: pastOf(asOf) };
}

const walkFrom = (...walk) => new EntitySet({ walk: walkPlan(...walk) });

/** The graph upstream of an entity, as algorithms walk along it: the host puts the relations there. */
export const relationsPlan = (what, entity, options) => ({ op: "relations", ...walkPlan(what, "upstream", entity, options) });

export const entities = guarded("entities", {
  type: (name) => new EntitySet({ type: nameOf("type", name) }),
  of: (target) => new EntitySet({ labels: reference("of", target).labels ?? target.labels }),
  upstream: (entity, options) => walkFrom("upstream", "upstream", entity, options),
  downstream: (entity, options) => walkFrom("downstream", "downstream", entity, options),
  related: (entity, options) => walkFrom("related", "both", entity, options),
  withChange: (length) => new EntitySet({ changed: durationArgument("withChange", length) }),
  inMaintenance: () => new EntitySet({ maintenance: true }),
});

const alertRecord = ({ labels, ...known }) => {
  freeze(labels);
  return guarded("an alert", { ...known, entity: new Entity(labels), labels });
};

export const alerts = guarded("alerts", {
  active: () => askRecords("alerts", {}).map(alertRecord),
  history: (options) => {
    const { last = "7d" } = checkOptions("history", options, ["last"]);
    return askRecords("alerts", { last: durationArgument("history", last) }).map(alertRecord);
  },
});

export const changes = guarded("changes", {
  on: (set, options) => {
    const { last = "1h" } = checkOptions("on", options, ["last"]);
    const fields = { set: setPlan("on", set), last: durationArgument("on", last) };
    return askRecords("changes", fields).map(({ entity, ...known }) => guarded("a change", { entity: entityOf(entity), ...known }));
  },
});
