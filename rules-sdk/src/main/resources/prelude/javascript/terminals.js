// SPDX-License-Identifier: Apache-2.0
// What frames and results of algorithms have in common: a lazy plan, and the terminals that run it by one call to the host.
import { freeze } from "./world.js";
import { checkOptions, RuleError } from "./values.js";
import { checkFunction } from "./arguments.js";
import { countRows, fetchRows } from "./rows.js";
import { Chart } from "./charts.js";
import { Judgement } from "./verdicts.js";

const MOST_SELECTIONS = 100;

const isThere = (result) => result !== null && result !== undefined;

export class Rows {
  #plan;
  #size;
  #rows;

  /** `size` is how many selections of series the plan makes: a few lines of script could ask for millions. */
  constructor(plan, size = 1) {
    if (size > MOST_SELECTIONS) {
      throw new RuleError(`a frame may be made of ${MOST_SELECTIONS} selections of series, this one of ${size}`);
    }
    this.#plan = freeze(plan);
    this.#size = size;
  }

  static planOf(rows) {
    return rows.#plan;
  }

  static selectionsOf(rows) {
    return rows.#size;
  }

  rows() {
    this.#rows ??= fetchRows(this.#plan);
    return this.#rows;
  }

  count() {
    return countRows(this.#plan);
  }

  [Symbol.iterator]() {
    return this.rows()[Symbol.iterator]();
  }

  map(judge) {
    return this.rows().map(checkFunction("map", judge)).filter(isThere);
  }

  judge(judge) {
    return new Judgement(this.rows().map(checkFunction("judge", judge)).filter(isThere));
  }

  chart(options) {
    return new Chart(this.#plan, undefined, checkOptions("chart", options, Chart.OPTIONS));
  }
}

export const planOf = (rows) => Rows.planOf(rows);
export const selectionsOf = (rows) => Rows.selectionsOf(rows);
