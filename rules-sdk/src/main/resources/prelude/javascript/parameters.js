// SPDX-License-Identifier: Apache-2.0
// Typed parameters: what `p.number(1, { min: 0 })` declares, and how the values of a form become those of a rule.
import { entriesOf, freeze, hasOwn, isArray, isFiniteNumber, isInteger, keysOf } from "./world.js";
import { didYouMean, Duration, durationText, millisOf, show, textOf } from "./values.js";

const OPTIONS = freeze(["title", "help", "min", "max", "options", "of"]);

/** One declared parameter. Mistakes are kept and told together with those of the header. */
export class Parameter {
  constructor(kind, fallback, options, tag) {
    this.kind = kind;
    this.fallback = fallback;
    this.options = options ?? {};
    this.tag = tag;
    freeze(this);
  }
}

const declare = (kind) => (fallback, options) => new Parameter(kind, fallback, options);

export const p = freeze({
  string: declare("string"),
  number: declare("number"),
  int: declare("int"),
  boolean: declare("boolean"),
  duration: declare("duration"),
  percent: declare("percent"),
  metric: declare("metric"),
  label: declare("label"),
  entity: declare("entity"),
  tag: (name, fallback, options) => new Parameter("tag", fallback, options, name),
  enum: declare("enum"),
  list: declare("list"),
});

const isText = (value) => typeof value === "string" && value.length <= 1000;
const isNumber = (value) => typeof value === "number" && isFiniteNumber(value);

/** What a value of each kind must be, said so that it completes "must be …". */
const KINDS = freeze({
  string: { wants: "a text of at most 1,000 characters", accepts: isText },
  number: { wants: "a number", accepts: isNumber },
  int: { wants: "a whole number", accepts: isInteger },
  boolean: { wants: "true or false", accepts: (value) => typeof value === "boolean" },
  duration: { wants: 'a duration such as "5m"', accepts: (value) => millisOf(value) !== undefined },
  percent: { wants: "a number in percent, such as 99.9", accepts: isNumber },
  metric: { wants: "the name of a metric", accepts: (value) => isText(value) && value !== "" },
  label: { wants: "the name of a label", accepts: (value) => isText(value) && value !== "" },
  entity: { wants: "the name of an entity", accepts: isText },
  tag: { wants: "the value of a tag", accepts: isText },
  enum: { wants: "one of its options", accepts: isText },
  list: { wants: "a list of at most 1,000 values", accepts: (value) => isArray(value) && value.length <= 1000 },
});

const sizeOf = (kind, value) => (kind === "duration" ? millisOf(value) : value);
const formValue = (kind, value) => (kind === "duration" ? durationText(millisOf(value)) : value);

/** Why a value does not fit a parameter of the header, or undefined when it does. */
function misfit(parameter, value) {
  const { kind, min, max, options, of } = parameter;
  if (!KINDS[kind].accepts(value)) {
    return `must be ${KINDS[kind].wants}, not ${show(value)}`;
  }
  if (min !== undefined && sizeOf(kind, value) < sizeOf(kind, min)) {
    return `must be at least ${min}, not ${value}`;
  }
  if (max !== undefined && sizeOf(kind, value) > sizeOf(kind, max)) {
    return `must be at most ${max}, not ${value}`;
  }
  if (kind === "enum" && !options.includes(value)) {
    return `must be one of ${options.join(", ")}, not ${show(value)}`;
  }
  return kind === "list" && !value.every(KINDS[of ?? "string"].accepts)
    ? `must be a list of which every value is ${KINDS[of ?? "string"].wants}`
    : undefined;
}

function boundsProblem(kind, options) {
  if (kind === "enum" && !(isArray(options.options) && options.options.length > 0 && options.options.every(isText))) {
    return 'needs its choices, as in p.enum("low", { options: ["low", "high"] })';
  }
  if (options.of !== undefined && !hasOwn(KINDS, options.of)) {
    return `cannot be a list of ${show(options.of)}${didYouMean(options.of, keysOf(KINDS))}`;
  }
  const wrong = ["min", "max"].find((name) => options[name] !== undefined && !KINDS[kind].accepts(options[name]));
  return wrong === undefined ? undefined : `has a bound ${wrong} that must be ${KINDS[kind].wants}`;
}

/** The header's form of one parameter; mistakes go to report(message, near). */
export function describeParameter(name, declared, report) {
  if (!(declared instanceof Parameter)) {
    report(`parameter ${name} must be declared with p, as in p.number(0.9, { min: 0, max: 1 }), not ${show(declared)}`, name);
    return undefined;
  }
  const { kind, options } = declared;
  const unknown = keysOf(options).find((option) => !OPTIONS.includes(option));
  if (unknown !== undefined) {
    report(`parameter ${name} has no option ${unknown}${didYouMean(unknown, OPTIONS)}`, unknown);
  }
  const problem = boundsProblem(kind, options);
  if (problem !== undefined) {
    report(`parameter ${name} ${problem}`, name);
    return undefined;
  }
  const described = { name, kind };
  described.default = declared.fallback === undefined && kind === "list" ? [] : declared.fallback;
  for (const option of OPTIONS.filter((known) => options[known] !== undefined)) {
    described[option] = ["title", "help"].includes(option) ? textOf(options[option]) : options[option];
  }
  if (declared.tag !== undefined) {
    described.tag = String(declared.tag);
  }
  return checkedDefault(described, report);
}

/** A parameter as an evaluation needs it; undefined when it is none. Its declaration was checked with the header. */
export function plainParameter(name, declared) {
  if (!(declared instanceof Parameter)) {
    return undefined;
  }
  const { kind, fallback, options } = declared;
  const { min, max, options: choices, of } = options;
  return { name, kind, min, max, options: choices, of, default: fallback === undefined && kind === "list" ? [] : fallback };
}

function checkedDefault(described, report) {
  const problem = misfit(described, described.default);
  if (problem !== undefined) {
    report(`the default of parameter ${described.name} ${problem}`, described.name);
    return undefined;
  }
  for (const field of ["default", "min", "max"].filter((known) => described[known] !== undefined)) {
    described[field] = formValue(described.kind, described[field]);
  }
  return described;
}

function guestValue(kind, value) {
  switch (kind) {
    case "duration":
      return new Duration(value);
    case "percent":
      return value / 100;
    case "list":
      return freeze([...value]);
    default:
      return value;
  }
}

/** The `params` of an evaluation: given values, else defaults; unknown and unfit values are told through report. */
export function readParameters(declared, given, report) {
  const names = declared.map((parameter) => parameter.name);
  for (const name of keysOf(given).filter((known) => !names.includes(known))) {
    report(`the rule has no parameter ${name}${names.length === 0 ? "" : didYouMean(name, names)}`);
  }
  const read = {};
  for (const parameter of declared) {
    const value = given[parameter.name] ?? parameter.default;
    const problem = misfit(parameter, value);
    if (problem !== undefined) {
      report(`parameter ${parameter.name} ${problem}`, parameter.name);
    } else {
      read[parameter.name] = guestValue(parameter.kind, value);
    }
  }
  return freeze(read);
}

/** Reading `params.treshold` must not be a silent undefined. */
export function guardedParameters(values) {
  return new Proxy(values, {
    get(target, name) {
      if (typeof name === "string" && !hasOwn(target, name) && name !== "toJSON") {
        throw new RangeError(`the rule declares no parameter ${name}${didYouMean(name, keysOf(target))}`);
      }
      return target[name];
    },
  });
}

export const parameterEntries = (declared) => entriesOf(declared ?? {});
