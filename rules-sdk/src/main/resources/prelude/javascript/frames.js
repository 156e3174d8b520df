// SPDX-License-Identifier: Apache-2.0
// Frames: handles on a lazy plan. An operator returns a new frame and asks nobody; a terminal makes one call to the host.
import { entriesOf, freeze, isArray, isFiniteNumber, now } from "./world.js";
import { checkOptions, durationArgument, millisOf, RuleError, show } from "./values.js";
import { notYet } from "./later.js";
import { countRows, fetchRows } from "./rows.js";
import { Chart } from "./charts.js";
import { Judgement } from "./verdicts.js";

const COMPARISONS = freeze([">", ">=", "<", "<=", "==", "!="]);

/** A condition of `.where`: every value but this one, or but these. */
export class Not {
  constructor(value) {
    this.value = value;
    freeze(this);
  }
}

export const not = (value) => new Not(value);

const isLabelValue = (value) => ["string", "number", "boolean"].includes(typeof value);

/** JavaScript finds an expression anywhere in a text; the plan's expressions match the whole value. */
function wholeExpression(expression) {
  if (expression.flags.replace(/[gsuy]/g, "") !== "") {
    throw new RuleError(`where takes expressions without flags; write /(?i)${expression.source}/ to ignore case`);
  }
  const { source } = expression;
  const anchored = source.startsWith("^") && source.endsWith("$") && !/[|\\]\$?$|\|/.test(source);
  return anchored ? source.slice(1, -1) : `(?s:.*)(?:${source})(?s:.*)`;
}

function condition(label, value) {
  if (isLabelValue(value)) {
    return String(value);
  }
  if (isArray(value) && value.every(isLabelValue)) {
    return value.map(String);
  }
  if (value instanceof RegExp) {
    return { regex: wholeExpression(value) };
  }
  if (value instanceof Not && !(value.value instanceof RegExp) && !(value.value instanceof Not)) {
    return { not: condition(label, value.value) };
  }
  throw new RuleError(`where wants a text, a list of texts, /an expression/ or not(a text or a list) for ${label}, not ${show(value)}`, label);
}

function labelNames(what, names) {
  const flat = names.flat();
  const wrong = flat.find((name) => typeof name !== "string" || name === "");
  if (wrong !== undefined) {
    throw new RuleError(`${what} takes names of labels, as in ${what}("host", "mount"), not ${show(wrong)}`);
  }
  return flat;
}

function instant(what, value) {
  const ms = value instanceof Date ? value.getTime() : typeof value === "string" ? Date.parse(value) : value;
  if (typeof ms !== "number" || !isFiniteNumber(ms)) {
    throw new RuleError(`window takes a Date, epoch milliseconds or an ISO text as ${what}, not ${show(value)}`, "window");
  }
  return Math.round(ms);
}

/** Whether a right names a metric: "svc.*" covers all that begin with "svc.". */
function covers(pattern, name) {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

export function metricFrame(name, needs) {
  if (typeof name !== "string" || name === "") {
    throw new RuleError(`data.metric takes the name of a metric, as in data.metric("host.cpu.usage_ratio"), not ${show(name)}`);
  }
  const patterns = needs.filter((need) => need.startsWith("metrics:read:")).map((need) => need.slice(13));
  if (!patterns.some((pattern) => covers(pattern, name))) {
    const family = name.includes(".") ? `${name.split(".")[0]}.*` : name;
    throw new RuleError(`the rule reads ${name}, which its needs do not name; add "metrics:read:${family}" to needs`, "needs");
  }
  return new Frame({ op: "select", metric: name });
}

export class Frame {
  #plan;
  #rows;

  constructor(plan) {
    this.#plan = freeze(plan);
  }

  #selecting(operator) {
    if (this.#plan.op !== "select") {
      throw new RuleError(`.${operator} works on the series of a metric: put it before .${wordOf(this.#plan)}`, operator);
    }
    return this.#plan;
  }

  #with(operator, fields) {
    return new Frame({ ...this.#selecting(operator), ...fields });
  }

  where(conditions) {
    const plan = this.#selecting("where");
    if (conditions === null || typeof conditions !== "object" || isArray(conditions)) {
      throw new RuleError(`where takes an object of labels, as in .where({ host: "a" }), not ${show(conditions)}`, "where");
    }
    const read = entriesOf(conditions).map(([label, value]) => [label, condition(label, value)]);
    return new Frame({ ...plan, where: { ...plan.where, ...Object.fromEntries(read) } });
  }

  by(...labels) {
    return this.#with("by", { by: labelNames("by", labels), without: undefined });
  }

  without(...labels) {
    return this.#with("without", { without: labelNames("without", labels), by: undefined });
  }

  of() {
    throw notYet("of", "it arrives with entities");
  }

  /** With a duration: how far back to read. Without: the last value of each series. */
  last(length, step) {
    if (length === undefined) {
      return this.#aggregate("last");
    }
    const fields = { last: durationArgument("last", length), from: undefined, to: undefined };
    return this.#with("last", { ...fields, step: step === undefined ? undefined : durationArgument("the step of last", step) });
  }

  window(from, to, step) {
    const fields = { from: instant("start", from), to: instant("end", to), last: undefined };
    if (fields.to <= fields.from || fields.to > now) {
      throw new RuleError("window must end after its start and not after now: a rule sees the data as of its slot", "window");
    }
    return this.#with("window", { ...fields, step: step === undefined ? undefined : durationArgument("the step of window", step) });
  }

  offset(length) {
    return this.#with("offset", { offset: durationArgument("offset", length) });
  }

  versus() {
    throw notYet("versus", "it arrives with algorithms; use .over(frame.offset(\"1w\"))");
  }

  #aggregate(aggregate, more) {
    const plan = this.#selecting(aggregate);
    if (plan.aggregate !== undefined) {
      throw new RuleError(`.${aggregate}() comes after .${plan.aggregate}(): a frame has one aggregation`, aggregate);
    }
    return new Frame({ ...plan, aggregate, ...more });
  }

  avg() {
    return this.#aggregate("avg");
  }

  sum() {
    return this.#aggregate("sum");
  }

  min() {
    return this.#aggregate("min");
  }

  max() {
    return this.#aggregate("max");
  }

  first() {
    return this.#aggregate("first");
  }

  stddev() {
    return this.#aggregate("stddev");
  }

  quantile(q) {
    if (typeof q !== "number" || !(q >= 0 && q <= 1)) {
      throw new RuleError(`quantile takes a number from 0 to 1, as in .quantile(0.99), not ${show(q)}`, "quantile");
    }
    return this.#aggregate("quantile", { quantile: q });
  }

  rate() {
    return this.#aggregate("rate");
  }

  increase() {
    return this.#aggregate("increase");
  }

  delta() {
    return this.#aggregate("delta");
  }

  countPoints() {
    return this.#aggregate("count");
  }

  absent() {
    throw notYet("absent", "use the header's missing: { staleAfter } meanwhile");
  }

  #arithmetic(operator, other) {
    if (!(other instanceof Frame) && !(typeof other === "number" && isFiniteNumber(other))) {
      throw new RuleError(`.${operator} takes a frame or a number, not ${show(other)}`, operator);
    }
    return new Frame({ op: "arithmetic", operator, left: this.#plan, right: other instanceof Frame ? other.#plan : other });
  }

  plus(other) {
    return this.#arithmetic("plus", other);
  }

  minus(other) {
    return this.#arithmetic("minus", other);
  }

  times(other) {
    return this.#arithmetic("times", other);
  }

  over(other) {
    return this.#arithmetic("over", other);
  }

  whereNow(comparison, value) {
    if (!COMPARISONS.includes(comparison)) {
      throw new RuleError(`whereNow compares with one of ${COMPARISONS.join(" ")}, not ${show(comparison)}`, "whereNow");
    }
    const number = typeof value === "number" ? value : millisOf(value);
    if (number === undefined || !isFiniteNumber(number)) {
      throw new RuleError(`whereNow compares with a number, as in .whereNow(">", 0.9), not ${show(value)}`, "whereNow");
    }
    return new Frame({ op: "whereNow", input: this.#plan, comparison, value: number });
  }

  #edge(op, count) {
    if (!Number.isInteger(count) || count < 1) {
      throw new RuleError(`.${op} takes how many rows to keep, as in .${op}(10), not ${show(count)}`, op);
    }
    return new Frame({ op, input: this.#plan, count });
  }

  top(count) {
    return this.#edge("top", count);
  }

  bottom(count) {
    return this.#edge("bottom", count);
  }

  join() {
    throw notYet("join", "use .plus, .minus, .times or .over, which join on equal labels");
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
    return this.rows().map(checkFunction("map", judge)).filter((result) => result !== null && result !== undefined);
  }

  judge(judge) {
    return new Judgement(this.rows().map(checkFunction("judge", judge)).filter((result) => result !== null && result !== undefined));
  }

  chart(options) {
    return new Chart(this.#plan, undefined, checkOptions("chart", options, Chart.OPTIONS));
  }
}

function wordOf(plan) {
  return plan.op === "arithmetic" ? plan.operator : plan.op;
}

function checkFunction(terminal, judge) {
  if (typeof judge !== "function") {
    throw new RuleError(`.${terminal} takes a function of a row, as in .${terminal}(s => fire(s, {})), not ${show(judge)}`, terminal);
  }
  return (row) => judge(row);
}
