// SPDX-License-Identifier: Apache-2.0
// Small values that the SDK shares: errors that speak, near misses, durations.
import { entriesOf, freeze, hasOwn, isFiniteNumber, keysOf } from "./world.js";

/** A mistake in the use of the SDK. `near` is a word of the rule's source, by which its line is found. */
export class RuleError extends Error {
  constructor(message, near) {
    super(message);
    this.name = "RuleError";
    this.near = near;
  }
}

export function show(value) {
  if (typeof value === "string") {
    return JSON.stringify(value.length > 60 ? value.slice(0, 60) + "…" : value);
  }
  if (typeof value === "function") {
    return "a function";
  }
  if (value !== null && typeof value === "object") {
    return Array.isArray(value) ? "a list" : "an object";
  }
  return String(value);
}

function distance(left, right) {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost));
    }
    row = next;
  }
  return row[right.length];
}

/** "; did you mean x?" for the closest of the known names, else which names there are. */
export function didYouMean(name, known) {
  const bare = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const word = bare(String(name)).slice(0, 40);
  const scored = known.map((candidate) => ({ candidate, score: distance(word, bare(candidate)) }));
  scored.sort((left, right) => left.score - right.score);
  const best = scored[0];
  return best !== undefined && best.score <= Math.max(1, Math.floor(best.candidate.length / 3))
    ? `; did you mean ${best.candidate}?`
    : `; known are ${known.join(", ")}`;
}

/** Refuses names in an options object that nobody reads. */
export function checkOptions(what, options, known) {
  if (options === undefined) {
    return {};
  }
  if (options === null || typeof options !== "object" || Array.isArray(options)) {
    throw new RuleError(`${what} takes an object of options, not ${show(options)}`);
  }
  for (const name of keysOf(options)) {
    if (!known.includes(name)) {
      throw new RuleError(`${what} has no option ${name}${didYouMean(name, known)}`, name);
    }
  }
  return options;
}

const UNITS = freeze({ d: 86400000, h: 3600000, m: 60000, s: 1000, ms: 1 });
const READ_UNITS = freeze({ w: 604800000, ...UNITS });
const UNIT_SIZES = freeze(entriesOf(UNITS));

const isDigit = (character) => character >= "0" && character <= "9";

function afterDigits(text, start) {
  let at = start;
  while (at < text.length && isDigit(text[at])) {
    at++;
  }
  return at;
}

/** Where the number that starts here ends; the start itself where none does. */
function afterNumber(text, start) {
  const whole = afterDigits(text, start);
  if (whole === start || text[whole] !== ".") {
    return whole;
  }
  const end = afterDigits(text, whole + 1);
  return end === whole + 1 ? start : end;
}

/** Milliseconds of "30s", "1h30m" or a Duration; undefined when it is neither. Read by hand: every evaluation reads a
 * dozen of them, and an expression costs a fresh context many times as much. */
export function millisOf(value) {
  if (value instanceof Duration) {
    return value.ms;
  }
  if (typeof value !== "string" || value.length > 40 || value === "") {
    return undefined;
  }
  let total = 0;
  for (let at = 0; at < value.length; ) {
    const end = afterNumber(value, at);
    const unit = value[end] === "m" && value[end + 1] === "s" ? "ms" : value[end];
    if (end === at || unit === undefined || !hasOwn(READ_UNITS, unit)) {
      return undefined;
    }
    total += Number(value.slice(at, end)) * READ_UNITS[unit];
    at = end + unit.length;
  }
  return Math.round(total);
}

/** The text of a duration in the largest unit that divides it: "90s", "2m", "14d", "-5m". */
export function durationText(ms) {
  if (ms < 0) {
    return `-${durationText(-ms)}`;
  }
  const fitting = UNIT_SIZES.find(([, size]) => ms % size === 0 && ms >= size);
  return fitting === undefined ? "0s" : `${ms / fitting[1]}${fitting[0]}`;
}

/** The text of a duration argument, or an error that names the argument. */
export function durationArgument(what, value) {
  const ms = millisOf(value);
  if (ms === undefined || ms <= 0) {
    throw new RuleError(`${what} takes a duration such as "30s", "5m", "1h" or "14d", not ${show(value)}`);
  }
  return durationText(ms);
}

function lengthOf(operator, value) {
  const ms = millisOf(value);
  if (ms === undefined) {
    throw new RuleError(`.${operator} of a duration takes another one, such as "5m", not ${show(value)}`, operator);
  }
  return ms;
}

function numberOf(operator, value) {
  if (typeof value !== "number" || !isFiniteNumber(value)) {
    throw new RuleError(`.${operator} of a duration takes a number, not ${show(value)}`, operator);
  }
  return value;
}

const dateOf = (operator, time) => numberOf(operator, time instanceof Date ? time.getTime() : time);

/** A length of time. Compares and subtracts as milliseconds, prints as "90s". */
export class Duration {
  #ms;

  constructor(value) {
    const isNumber = typeof value === "number" && (isFiniteNumber(value) || (value === Infinity && new.target !== Duration));
    const ms = isNumber ? Math.round(value) : millisOf(value);
    if (ms === undefined) {
      throw new RuleError(`a duration is written "30s", "5m", "1h" or "14d", not ${show(value)}`);
    }
    this.#ms = ms;
    freeze(this);
  }

  get ms() {
    return this.#ms;
  }

  get seconds() {
    return this.#ms / UNITS.s;
  }

  get minutes() {
    return this.#ms / UNITS.m;
  }

  get hours() {
    return this.#ms / UNITS.h;
  }

  get days() {
    return this.#ms / UNITS.d;
  }

  plus(other) {
    return new Duration(this.#ms + lengthOf("plus", other));
  }

  minus(other) {
    return new Duration(this.#ms - lengthOf("minus", other));
  }

  times(factor) {
    return new Duration(this.#ms * numberOf("times", factor));
  }

  /** How often another length fits, or the part that a number makes of this one. */
  over(other) {
    return typeof other === "number" ? new Duration(this.#ms / numberOf("over", other)) : this.#ms / lengthOf("over", other);
  }

  compare(other) {
    return Math.sign(this.#ms - lengthOf("compare", other));
  }

  before(time) {
    return new Date(dateOf("before", time) - this.#ms);
  }

  after(time) {
    return new Date(dateOf("after", time) + this.#ms);
  }

  /** Two units at most: "3 d 4 h", "12 min". */
  get human() {
    const names = { d: "d", h: "h", m: "min", s: "s", ms: "ms" };
    const parts = [];
    let rest = Math.abs(this.#ms);
    for (const [unit, size] of UNIT_SIZES) {
      const amount = Math.floor(rest / size);
      rest -= amount * size;
      if (amount > 0) {
        parts.push(`${amount} ${names[unit]}`);
      }
    }
    return (this.#ms < 0 ? "-" : "") + (parts.slice(0, 2).join(" ") || "0 s");
  }

  valueOf() {
    return this.#ms;
  }

  toString() {
    return durationText(this.#ms);
  }

  toJSON() {
    return durationText(this.#ms);
  }
}

/** A text per language from a string or { en, zh }; undefined when it is neither. */
export function textOf(value, limit = 500) {
  if (typeof value === "string") {
    return { en: value.slice(0, limit) };
  }
  if (value === null || typeof value !== "object") {
    return undefined;
  }
  const texts = entriesOf(value).filter(([language, text]) => ["en", "zh"].includes(language) && typeof text === "string");
  if (texts.length === 0 || texts.length !== keysOf(value).length) {
    return undefined;
  }
  const read = Object.fromEntries(texts.map(([language, text]) => [language, text.slice(0, limit)]));
  return { en: read.en ?? read.zh, ...read };
}
