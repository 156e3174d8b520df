// SPDX-License-Identifier: Apache-2.0
// The rows of results of algorithms: one shape for all of them, whatever stands beside the row by name.
import { freeze, isFiniteNumber, keysOf } from "./world.js";
import { didYouMean, Duration, millisOf, RuleError } from "./values.js";
import { copied, lastOf, Row } from "./rows.js";

/** What the tenant's own algorithms answer tells by its shape what it is. */
const isForecast = (use, sides) => use.startsWith("forecast.") || (use.startsWith("own/") && sides.score === undefined);

/** The row that an algorithm makes of a series. */
export function findingOf(plan, series) {
  return plan.op === "timeTo" || isForecast(plan.use, series.sides) ? new ForecastRow(plan, series) : new Suspect(plan, series);
}

/** A length of time that is longer than what was looked at. */
class Beyond extends Duration {
  #seen;

  constructor(seen) {
    super(Infinity);
    this.#seen = seen;
  }

  get human() {
    return `more than ${this.#seen.human}`;
  }

  toString() {
    return `more than ${this.#seen}`;
  }

  toJSON() {
    return null;
  }
}

export class Finding extends Row {
  #series;

  constructor(plan, series) {
    super(plan, series);
    this.#series = series;
  }

  static sidesOf(finding) {
    return finding.#series.sides;
  }

  get explain() {
    return this.#series.explain ?? "";
  }

  get expected() {
    return lastOf(this.#series.sides.expected);
  }

  get lower() {
    return lastOf(this.#series.sides.lower);
  }

  get upper() {
    return lastOf(this.#series.sides.upper);
  }

  side(name) {
    const found = this.#series.sides[name];
    if (found === undefined) {
      throw new RuleError(`nothing called ${name} stands beside the row${didYouMean(name, keysOf(this.#series.sides))}`, name);
    }
    return freeze({ times: freeze(copied(found, 0)), values: freeze(copied(found, found.length)) });
  }
}

/** A row that was scored. */
export class Suspect extends Finding {
  get score() {
    return lastOf(Finding.sidesOf(this).score);
  }

  get tail() {
    return lastOf(Finding.sidesOf(this).tail);
  }

  toJSON() {
    const { score, expected, lower, upper, explain } = this;
    return { ...super.toJSON(), score, expected, lower, upper, explain };
  }
}

/** A row with what is to come. */
export class ForecastRow extends Finding {
  #to;

  constructor(plan, series) {
    super(plan, series);
    this.#to = forecastOf(plan).options?.to ?? "1d";
  }

  /** Milliseconds after now; what lies behind the end of the forecast is only known to be later. */
  #timeOf(name) {
    const ms = lastOf(Finding.sidesOf(this)[name]);
    return isFiniteNumber(ms) ? new Duration(ms) : new Beyond(new Duration(millisOf(this.#to)));
  }

  get fit() {
    return lastOf(Finding.sidesOf(this).fit);
  }

  get earliest() {
    return this.#timeOf("earliest");
  }

  get median() {
    return this.#timeOf("median");
  }

  get latest() {
    return this.#timeOf("latest");
  }

  toJSON() {
    return { ...super.toJSON(), fit: this.fit, earliest: this.earliest, median: this.median, latest: this.latest };
  }
}

const forecastOf = (plan) => (plan.op === "algorithm" ? plan : forecastOf(plan.input));
