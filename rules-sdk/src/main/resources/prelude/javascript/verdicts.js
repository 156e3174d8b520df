// SPDX-License-Identifier: Apache-2.0
// Verdicts, and how the result of a rule becomes the list that the engine reads.
import { entriesOf, freeze, isArray, isFiniteNumber, writeJson } from "./world.js";
import { checkOptions, didYouMean, RuleError, show, textOf } from "./values.js";
import { Entity, fetchRows, Row } from "./rows.js";
import { Chart } from "./charts.js";

const SEVERITIES = freeze(["critical", "warning", "info"]);
const FIRE_OPTIONS = freeze(["severity", "value", "score", "reason", "evidence"]);
const PLAIN_FIELDS = freeze(["entity", "labels", ...FIRE_OPTIONS]);
const VERDICTS_OF_AN_EVALUATION = 5000;
const CHARTS_OF_AN_EVALUATION = 20;
const CHARTS_OF_A_VERDICT = 4;

/** What a rule says about one entity. */
export class Verdict {
  constructor(kind, target, options) {
    this.kind = kind;
    const { labels, value } = readTarget(target);
    this.labels = labels;
    this.severity = kind === "fire" ? readSeverity(options.severity) : null;
    this.value = readNumber("value", options.value) ?? value;
    this.score = readNumber("score", options.score);
    this.reason = readReason(options.reason);
    this.evidence = readEvidence(options.evidence);
    freeze(this);
  }
}

/** The verdicts of `.judge`: an alerting entity that is not among them has no data, it is not clear. */
export class Judgement {
  constructor(results) {
    this.results = freeze(results);
    freeze(this);
  }

  [Symbol.iterator]() {
    return this.results[Symbol.iterator]();
  }
}

export const fire = (target, options) => new Verdict("fire", target, checkOptions("fire", options, FIRE_OPTIONS));

export const clear = (target, options) =>
  new Verdict("clear", target, checkOptions("clear", options, ["value", "score", "reason"]));

export const suppressed = (target, options) => {
  const { by, ...rest } = checkOptions("suppressed", options, ["by", ...FIRE_OPTIONS]);
  const cause = by === undefined ? undefined : `suppressed by ${by?.name ?? String(by)}`;
  return new Verdict("suppressed", target, { ...rest, reason: rest.reason ?? cause });
};

export const unknown = (target, reason) =>
  new Verdict("unknown", target, typeof reason === "string" ? { reason } : checkOptions("unknown", reason, ["reason"]));

function readTarget(target) {
  if (target instanceof Row) {
    return { labels: target.labels, value: readNumber("value", target.value) };
  }
  const labels = target instanceof Entity ? target.labels : target;
  if (labels === null || typeof labels !== "object" || isArray(labels)) {
    throw new RuleError(`a verdict is about a row, its entity or labels, as in fire(s, { severity: "warning" }), not ${show(target)}`);
  }
  const pairs = entriesOf(labels).map(([name, value]) => {
    if (!["string", "number", "boolean"].includes(typeof value)) {
      throw new RuleError(`label ${name} of a verdict must be a text, not ${show(value)}`, name);
    }
    return [name, String(value)];
  });
  pairs.sort(([left], [right]) => (left < right ? -1 : 1));
  return { labels: freeze(Object.fromEntries(pairs)), value: null };
}

function readSeverity(severity = "warning") {
  if (!SEVERITIES.includes(severity)) {
    throw new RuleError(`severity must be critical, warning or info, not ${show(severity)}${didYouMean(severity, SEVERITIES)}`, "severity");
  }
  return severity;
}

function readNumber(field, value) {
  if (value === undefined || value === null) {
    return null;
  }
  if (typeof value !== "number") {
    throw new RuleError(`${field} must be a number, not ${show(value)}`, field);
  }
  return isFiniteNumber(value) ? value : null;
}

function readReason(reason) {
  if (reason === undefined || reason === null) {
    return null;
  }
  const text = textOf(reason);
  if (text === undefined) {
    throw new RuleError(`reason must be a text or texts per language, { en: "...", zh: "..." }, not ${show(reason)}`, "reason");
  }
  return text;
}

function readEvidence(evidence = []) {
  const charts = isArray(evidence) ? evidence : [evidence];
  if (!charts.every((chart) => chart instanceof Chart)) {
    throw new RuleError("evidence is a list of charts, as in evidence: [s.chart()]", "evidence");
  }
  return freeze(charts.slice(0, CHARTS_OF_A_VERDICT));
}

function readResult(result) {
  if (result instanceof Verdict) {
    return result;
  }
  if (result instanceof Row) {
    throw new RuleError("evaluate returned rows: say what they mean, as in .map(s => fire(s, { severity: \"warning\" }))", "evaluate");
  }
  if (result === null || typeof result !== "object") {
    throw new RuleError(`evaluate must return verdicts, but among them is ${show(result)}`, "evaluate");
  }
  const { entity, labels, ...options } = checkOptions("a verdict", result, PLAIN_FIELDS);
  return new Verdict("fire", entity ?? labels, options);
}

/** Every verdict in the result of evaluate: iterables of verdicts, one level inside one another. */
function collect(result, found) {
  if (result === undefined || result === null) {
    return found;
  }
  if (typeof result.then === "function") {
    throw new RuleError("evaluate returned a promise: a rule does not wait, return its verdicts", "evaluate");
  }
  if (result instanceof Judgement) {
    found.judged = true;
  }
  if (typeof result === "object" && typeof result[Symbol.iterator] === "function") {
    for (const item of result) {
      collect(item, found);
    }
  } else if (found.verdicts.length >= VERDICTS_OF_AN_EVALUATION) {
    throw new RuleError(`a rule gives at most ${VERDICTS_OF_AN_EVALUATION} verdicts at a time; narrow with .whereNow or .top`, "evaluate");
  } else {
    found.verdicts.push(readResult(result));
  }
  return found;
}

/** The JSON of an evaluation: verdicts with the charts that they point at. */
export function writeResult(result, log) {
  const { verdicts, judged } = collect(result, { verdicts: [], judged: false });
  const seen = new Set();
  const charts = [];
  let omitted = 0;
  const draw = (chart) => {
    if (charts.length >= CHARTS_OF_AN_EVALUATION) {
      omitted++;
      return undefined;
    }
    return charts.push(Chart.draw(chart, fetchRows)) - 1;
  };
  const written = verdicts.map(({ kind, labels, severity, value, score, reason, evidence }) => {
    const entity = writeJson(labels);
    if (seen.has(entity)) {
      throw new RuleError(`two verdicts about ${entriesOf(labels).map((pair) => pair.join("=")).join(", ") || "no labels"}; return one per entity`);
    }
    seen.add(entity);
    const drawn = evidence.map(draw).filter((index) => index !== undefined);
    return { kind, labels, severity, value, score, reason, charts: drawn };
  });
  if (omitted > 0) {
    log("warn", `${omitted} charts were left out: an evaluation draws at most ${CHARTS_OF_AN_EVALUATION}`);
  }
  return writeJson({ verdicts: written, judged, charts });
}
