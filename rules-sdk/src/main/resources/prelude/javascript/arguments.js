// SPDX-License-Identifier: Apache-2.0
// What operators of frames take: conditions on labels, names, points in time, objectives, functions.
import { freeze, isArray, isFiniteNumber } from "./world.js";
import { durationArgument, RuleError, show } from "./values.js";
import { ROW_MEMBERS } from "./rows.js";

export const COMPARISONS = freeze([">", ">=", "<", "<=", "==", "!="]);

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

/** The plan's form of one condition on a label. */
export function condition(label, value) {
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

export function labelNames(what, names) {
  const flat = names.flat();
  const wrong = flat.find((name) => typeof name !== "string" || name === "");
  if (wrong !== undefined) {
    throw new RuleError(`${what} takes names of labels, as in ${what}("host", "mount"), not ${show(wrong)}`);
  }
  return flat;
}

/** Epoch milliseconds of a Date, a number or an ISO text. */
export function instant(what, value) {
  const ms = value instanceof Date ? value.getTime() : typeof value === "string" ? Date.parse(value) : value;
  if (typeof ms !== "number" || !isFiniteNumber(ms)) {
    throw new RuleError(`window takes a Date, epoch milliseconds or an ISO text as ${what}, not ${show(value)}`, "window");
  }
  return Math.round(ms);
}

/** The ratio that an objective wants: 99.9 is the same as 0.999. */
export function objectiveOf(slo) {
  const ratio = typeof slo === "number" && slo > 1 ? slo / 100 : slo;
  if (typeof ratio !== "number" || !(ratio > 0 && ratio < 1)) {
    throw new RuleError(`burnRate takes the objective as slo, such as 99.9 or 0.999, not ${show(slo)}`, "slo");
  }
  return ratio;
}

/** The texts of the windows of a burn rate, as the author wrote them: rows name their burns so. */
export function burnWindows(windows) {
  if (!isArray(windows) || windows.length === 0 || windows.length > 6) {
    throw new RuleError(`burnRate takes 1 to 6 windows, as in windows: ["5m", "1h"], not ${show(windows)}`, "windows");
  }
  return windows.map((window) => {
    const text = durationArgument("a window of burnRate", window);
    return typeof window === "string" && !window.includes(".") ? window : text;
  });
}

export function checkJoinedName(name) {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || ROW_MEMBERS.includes(name)) {
    throw new RuleError(`join cannot name a frame ${name}: a row has that member itself, or it is no plain name`, name);
  }
}

export function checkFunction(terminal, judge) {
  if (typeof judge !== "function") {
    throw new RuleError(`.${terminal} takes a function of a row, as in .${terminal}(s => fire(s, {})), not ${show(judge)}`, terminal);
  }
  return (row) => judge(row);
}

export function wordOf(plan) {
  return plan.op === "arithmetic" ? plan.operator : plan.op;
}
