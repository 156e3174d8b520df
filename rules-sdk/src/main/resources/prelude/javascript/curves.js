// SPDX-License-Identifier: Apache-2.0
// `gen`: made-up series as data. Nothing is computed here: the backend draws the same curve for every language.
import { freeze, isArray, isFiniteNumber, isInteger } from "./world.js";
import { checkOptions, durationText, millisOf, RuleError, show } from "./values.js";
import { guardMembers } from "./later.js";

const DEEPEST_CURVE = 50;
const MOST_VALUES = 10000;
const CLOCK = /^(?:\d{1,3}d )?\d{1,2}:\d{2}(?::\d{2})?$/;
const CALENDAR = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?Z?$/;

export function numberOf(what, value) {
  if (typeof value !== "number" || !isFiniteNumber(value)) {
    throw new RuleError(`${what} takes a number, not ${show(value)}`);
  }
  return value;
}

/** A length of time as a text, above zero. */
export function spanOf(what, value) {
  const ms = millisOf(value);
  if (ms === undefined || ms <= 0) {
    throw new RuleError(`${what} takes a duration such as "30m" or "1d", not ${show(value)}`);
  }
  return durationText(ms);
}

/** A point in time as a text: of the clock on the run's first day, so long after its start, or of the calendar. */
export function momentOf(what, value) {
  const ms = millisOf(value);
  if (ms !== undefined && ms >= 0) {
    return durationText(ms);
  }
  if (value instanceof Date && isFiniteNumber(value.getTime())) {
    return value.toISOString().slice(0, 19);
  }
  if (typeof value === "string" && (CLOCK.test(value) || CALENDAR.test(value))) {
    return value;
  }
  throw new RuleError(
    `${what} takes a time such as "12:00", "1d 12:00", "90m" after the start or "2026-03-02T12:00", not ${show(value)}`,
  );
}

/** How a series goes over time. Every method returns a new curve. */
export class Curve {
  #json;
  #depth;

  constructor(json, depth = 1) {
    if (depth > DEEPEST_CURVE) {
      throw new RuleError(`a curve has at most ${DEEPEST_CURVE} steps`);
    }
    this.#json = freeze(json);
    this.#depth = depth;
    freeze(this);
  }

  #then(kind, fields) {
    return new Curve({ kind, of: this.#json, ...fields }, this.#depth + 1);
  }

  #during(kind, at, span, fields) {
    return this.#then(kind, { ...fields, at: momentOf(kind, at), for: spanOf(kind, span) });
  }

  noise(share, options) {
    const { seed } = checkOptions("noise", options, ["seed"]);
    if (seed !== undefined && !isInteger(seed)) {
      throw new RuleError(`noise takes a whole number as seed, not ${show(seed)}`);
    }
    return this.#then("noise", { share: numberOf("noise", share), seed: seed ?? 0 });
  }

  drop(share, at, span) {
    return this.#during("drop", at, span, { share: numberOf("drop", share) });
  }

  spike(factor, at, span) {
    return this.#during("spike", at, span, { factor: numberOf("spike", factor) });
  }

  shift(amount, at, span) {
    const fields = { amount: numberOf("shift", amount), at: momentOf("shift", at) };
    return this.#then("shift", span === undefined ? fields : { ...fields, for: spanOf("shift", span) });
  }

  gap(at, span) {
    return this.#during("gap", at, span, {});
  }

  starts(at) {
    return this.#then("starts", { at: momentOf("starts", at) });
  }

  ends(at) {
    return this.#then("ends", { at: momentOf("ends", at) });
  }

  plus(other) {
    const curve = other instanceof Curve ? other : gen.constant(other);
    return new Curve({ kind: "plus", of: this.#json, other: curve.#json }, Math.max(this.#depth, curve.#depth) + 1);
  }

  times(factor) {
    return this.#then("times", { factor: numberOf("times", factor) });
  }

  clamp(min, max) {
    return this.#then("clamp", { min: numberOf("clamp", min), max: numberOf("clamp", max) });
  }

  counter() {
    return this.#then("counter", {});
  }

  reset(at) {
    return this.#then("reset", { at: momentOf("reset", at) });
  }

  toJSON() {
    return this.#json;
  }
}

guardMembers(Curve.prototype, "a curve");

export const gen = freeze({
  constant: (value) => new Curve({ kind: "constant", value: numberOf("constant", value) }),
  wave: (period, mean, amplitude) =>
    new Curve({
      kind: "wave",
      period: spanOf("wave", period),
      mean: numberOf("wave", mean),
      amplitude: numberOf("wave", amplitude),
    }),
  ramp: (from, to, at, span) => {
    const fields = { kind: "ramp", from: numberOf("ramp", from), to: numberOf("ramp", to) };
    return new Curve(at === undefined ? fields : { ...fields, at: momentOf("ramp", at), for: spanOf("ramp", span) });
  },
  step: (before, after, at) =>
    new Curve({
      kind: "step",
      before: numberOf("step", before),
      after: numberOf("step", after),
      at: momentOf("step", at),
    }),
  counter: (perSecond) => gen.constant(perSecond).counter(),
  values: (values, every) => {
    if (!isArray(values) || values.length === 0 || values.length > MOST_VALUES) {
      throw new RuleError(`values takes a list of 1 to ${MOST_VALUES} numbers, null for none, not ${show(values)}`);
    }
    const list = values.map((value) => (value === null ? null : numberOf("values", value)));
    return new Curve({ kind: "values", values: freeze(list), every: spanOf("values", every) });
  },
});
