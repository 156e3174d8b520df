// SPDX-License-Identifier: Apache-2.0
// Rows: what crosses into a rule when a terminal runs. Points stay in the host's array until a rule looks at them.
import { defineProperty, entriesOf, freeze, parseJson, plain, valuesOf, writeJson } from "./world.js";
import { checkOptions, RuleError } from "./values.js";
import { host } from "./host.js";
import { Chart } from "./charts.js";
import { findingOf } from "./findings.js";

/** Operators that keep rows as they are, or leave them out. */
export const KEEPS_ROWS = freeze(["whereNow", "top", "bottom", "except", "suspects"]);

export const ROW_MEMBERS = freeze([
  "entity", "labels", "metric", "value", "time", "values", "times", "isMissing", "chart",
  "toJSON", "toString", "valueOf", "constructor", "then",
]);

/** The plans that a plan is made of. */
function partsOf(plan) {
  const { input, left, right, part, whole, other, frames = {}, inputs = [] } = plan;
  return [input, left, right, part, whole, other, ...valuesOf(frames), ...inputs].filter((found) => typeof found === "object");
}

/** A frame that does not say how far back it reads would read everything there is. */
function checkRange(plan) {
  if (plan.op === "select" && plan.last === undefined && plan.from === undefined) {
    throw new RuleError(`${plan.metric} needs a range: .last("5m") reads the last five minutes`, "metric");
  }
  partsOf(plan).forEach(checkRange);
}

function ask(kind, plan) {
  checkRange(plan);
  const answer = host.call(kind, writeJson(plan) ?? "null");
  if (typeof answer.refusal === "string") {
    throw new RuleError(answer.refusal);
  }
  return answer;
}

/** Runs a plan in the host and wraps its series. */
export function fetchRows(plan) {
  const answer = ask("rows", plan);
  const cursor = { points: answer.points, next: 0 };
  return parseJson(answer.head).series.map((head) => rowOf(plan, placed(head, head.labels, cursor)));
}

export function countRows(plan) {
  return ask("count", plan).count;
}

/** Where the points of a series and of its sides lie: in the order of the head. */
function placed({ metric, length, sides, explain }, labels, cursor) {
  const series = { metric, labels, points: cursor.points, start: cursor.next, length, sides: plain({}), explain };
  cursor.next += 2 * length;
  for (const [name, side] of entriesOf(sides ?? {})) {
    series.sides[name] = placed(side, labels, cursor);
  }
  return series;
}

/** The row that a plan makes of a series; a row of a joined frame has one row per name. */
export function rowOf(plan, series) {
  if (KEEPS_ROWS.includes(plan.op)) {
    return rowOf(plan.input, series);
  }
  switch (plan.op) {
    case "versus":
      return new VersusRow(plan, series);
    case "burnRate":
      return new BurnRow(plan, series);
    case "join":
      return new JoinedRow(plan, series);
    case "algorithm":
    case "timeTo":
      return findingOf(plan, series);
    default:
      return new Row(plan, series);
  }
}

export const nothing = (labels) => ({ metric: "", labels, points: [], start: 0, length: 0, sides: plain({}) });

/** The times (from 0) or the values (from its length) of a series, as a list of the rule's own. */
export function copied({ points, start, length }, from) {
  const copy = new Array(length);
  for (let index = 0; index < length; index++) {
    copy[index] = points[start + from + index];
  }
  return copy;
}

export const lastOf = ({ points, start, length } = nothing({})) => (length === 0 ? NaN : points[start + 2 * length - 1]);

/** The points of a row of `.versus` as they were before; of other rows undefined. */
export const beforeOf = (row) => (row instanceof VersusRow ? VersusRow.before(row) : undefined);

/** Whom a verdict is about: labels with a name. */
export class Entity {
  #name;

  /** What the graph knows of it is known only of entities that come from there. */
  constructor(labels, { id = null, type = null, name, tags = [], owners = [] } = {}) {
    this.labels = labels;
    this.id = id;
    this.type = type;
    this.tags = freeze(tags);
    this.owners = freeze(owners);
    this.#name = name;
    freeze(this);
  }

  get name() {
    return this.#name ?? entriesOf(this.labels).map(([, value]) => value).join("/");
  }

  toString() {
    return this.name;
  }

  toJSON() {
    return this.labels;
  }
}

export class Row {
  #plan;
  #series;
  #times;
  #values;

  constructor(plan, series) {
    this.#plan = plan;
    this.#series = series;
    this.metric = series.metric;
    this.labels = freeze(series.labels);
    this.entity = new Entity(this.labels);
    if (new.target !== JoinedRow) {
      freeze(this);
    }
  }

  get times() {
    this.#times ??= freeze(copied(this.#series, 0));
    return this.#times;
  }

  get values() {
    this.#values ??= freeze(copied(this.#series, this.#series.length));
    return this.#values;
  }

  get value() {
    return lastOf(this.#series);
  }

  get time() {
    const { points, start, length } = this.#series;
    return length === 0 ? NaN : points[start + length - 1];
  }

  get isMissing() {
    return this.#series.length === 0;
  }

  chart(options) {
    return new Chart(this.#plan, this, checkOptions("chart", options, Chart.OPTIONS));
  }

  toJSON() {
    return { metric: this.metric, labels: this.labels, time: this.time, value: this.value };
  }
}

/** A row of `.versus`: what it was before. */
export class VersusRow extends Row {
  #before;

  constructor(plan, series) {
    super(plan, series);
    this.#before = series.sides.before ?? nothing(this.labels);
  }

  static before(row) {
    return { times: copied(row.#before, 0), values: copied(row.#before, row.#before.length) };
  }

  get before() {
    return lastOf(this.#before);
  }

  get ratio() {
    return this.value / this.before;
  }

  get difference() {
    return this.value - this.before;
  }

  toJSON() {
    return { ...super.toJSON(), before: this.before, ratio: this.ratio, difference: this.difference };
  }
}

/** A row of `.burnRate`: how fast the error budget burns, per window. */
export class BurnRow extends Row {
  #burn;
  #factor;

  constructor(plan, series) {
    super(plan, series);
    this.#burn = plan.windows.map((window) => [window, lastOf(series.sides[window])]);
    this.#factor = plan.factor;
  }

  get burn() {
    return freeze(Object.fromEntries(this.#burn));
  }

  get breached() {
    return this.value > this.#factor;
  }

  toJSON() {
    return { ...super.toJSON(), burn: this.burn, breached: this.breached };
  }
}

/** A row of `.join`: beside its own value a row per joined frame, which may be missing. */
export class JoinedRow extends Row {
  #names;

  constructor(plan, series) {
    super(plan, series);
    const frames = entriesOf(plan.frames);
    this.#names = frames.map(([name]) => name);
    for (const [name, joined] of frames) {
      const value = rowOf(joined, series.sides[name] ?? nothing(this.labels));
      defineProperty(this, name, { value, enumerable: true });
    }
    freeze(this);
  }

  toJSON() {
    return { ...super.toJSON(), ...Object.fromEntries(this.#names.map((name) => [name, this[name]])) };
  }
}
