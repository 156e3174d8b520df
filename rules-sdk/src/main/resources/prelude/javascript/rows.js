// SPDX-License-Identifier: Apache-2.0
// Rows: what crosses into a rule when a terminal runs. Points stay in the host's array until a rule looks at them.
import { entriesOf, freeze, parseJson, writeJson } from "./world.js";
import { checkOptions, RuleError } from "./values.js";
import { host } from "./host.js";
import { Chart } from "./charts.js";

/** A frame that does not say how far back it reads would read everything there is. */
function checkRange(plan) {
  if (plan.op === "select" && plan.last === undefined && plan.from === undefined) {
    throw new RuleError(`${plan.metric} needs a range: .last("5m") reads the last five minutes`, "metric");
  }
  [plan.input, plan.left, plan.right].filter((part) => typeof part === "object").forEach(checkRange);
}

function ask(kind, plan) {
  checkRange(plan);
  const answer = host.call(kind, writeJson(plan));
  if (typeof answer.refusal === "string") {
    throw new RuleError(answer.refusal, answer.near ?? undefined);
  }
  return answer;
}

/** Runs a plan in the host and wraps its series. */
export function fetchRows(plan) {
  const answer = ask("rows", plan);
  const { series } = parseJson(answer.head);
  const points = answer.points;
  let start = 0;
  return series.map(({ metric, labels, length }) => {
    const row = new Row(plan, { metric, labels, points, start, length });
    start += 2 * length;
    return row;
  });
}

export function countRows(plan) {
  return ask("count", plan).count;
}

/** Whom a verdict is about: labels with a name. */
export class Entity {
  constructor(labels) {
    this.labels = labels;
    freeze(this);
  }

  get name() {
    return entriesOf(this.labels).map(([, value]) => value).join("/");
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
    freeze(this);
  }

  #slice(start) {
    const { points, length } = this.#series;
    const copy = new Array(length);
    for (let index = 0; index < length; index++) {
      copy[index] = points[start + index];
    }
    return copy;
  }

  get times() {
    this.#times ??= freeze(this.#slice(this.#series.start));
    return this.#times;
  }

  get values() {
    this.#values ??= freeze(this.#slice(this.#series.start + this.#series.length));
    return this.#values;
  }

  get value() {
    const { points, start, length } = this.#series;
    return length === 0 ? NaN : points[start + 2 * length - 1];
  }

  get time() {
    const { points, start, length } = this.#series;
    return length === 0 ? NaN : points[start + length - 1];
  }

  chart(options) {
    return new Chart(this.#plan, this, checkOptions("chart", options, Chart.OPTIONS));
  }

  toJSON() {
    return { metric: this.metric, labels: this.labels, time: this.time, value: this.value };
  }
}
