// SPDX-License-Identifier: Apache-2.0
// What the worker calls: the header of a module, or one evaluation of it. The last part of the prelude.
import { freeze, isArray, isFiniteNumber, isInteger, keysOf, now, parseJson, plain, writeJson } from "./world.js";
import { checkOptions, Duration, durationText, millisOf, RuleError, show } from "./values.js";
import { guardedParameters, p, readParameters } from "./parameters.js";
import { essentialsOf, readHeader, Rule, rule } from "./header.js";
import { BurnRow, Entity, Row, rowOf, VersusRow } from "./rows.js";
import { Chart } from "./charts.js";
import { not } from "./arguments.js";
import { Algorithm, algorithm, readAlgorithm, runAlgorithm } from "./own.js";
import { Frame, metricFrame, ratioFrame } from "./frames.js";
import { guarded, guardMembers, incident, notYet } from "./later.js";
import { algo, Forecasts, Suspects } from "./algorithms.js";
import { Finding, ForecastRow, Suspect } from "./findings.js";
import { Rows } from "./terminals.js";
import { alerts, changes, entities, EntitySet } from "./entities.js";
import { clear, fire, Judgement, suppressed, unknown, Verdict, writeResult } from "./verdicts.js";
import { host, settings } from "./host.js";

export const exported = freeze({ rule, algorithm, p, fire, clear, suppressed, unknown, not, Duration });

const VERSUS = 'rows of .versus("1w") have it';
const BURN = "rows of .burnRate({ slo }) have it";
const SCORED = "rows of algo.expected(frame) and its like have it";
const ELSEWHERE = freeze({
  before: VERSUS, ratio: VERSUS, difference: VERSUS, burn: BURN, breached: BURN,
  score: SCORED, tail: SCORED, expected: SCORED, lower: SCORED, upper: SCORED, explain: SCORED,
});
const RESULTS = freeze({ timeTo: "results of algo.forecast(frame) have it" });

guardMembers(Rows.prototype, "a frame", RESULTS);
guardMembers(Row.prototype, "a row", ELSEWHERE);
guardMembers(Entity.prototype, "an entity");
guardMembers(EntitySet.prototype, "a set of entities");
globalThis[Symbol.for("sextant")] = exported;

function textOfLog(value) {
  if (typeof value === "string") {
    return value;
  }
  const isJson = value !== null && typeof value === "object" && !(value instanceof Error);
  return isJson ? (writeJson(value) ?? String(value)) : String(value);
}

function logger() {
  const at = (level) => (...values) => host.log(level, values.map(textOfLog).join(" "));
  return freeze(Object.assign(at("info"), { info: at("info"), warn: at("warn"), error: at("error") }));
}

function dataOf(needs) {
  const later = (member, when) => () => {
    throw notYet(member, when);
  };
  return guarded("data", {
    metric: (name) => metricFrame(name, needs),
    ratio: (part, whole) => ratioFrame(part, whole, needs),
    promql: later("data.promql", "PromQL comes with a later version"),
    sql: later("data.sql", "SQL sources come with a later version"),
  });
}

function ruleOf(module) {
  const found = module.default;
  if (!(found instanceof Rule)) {
    throw new RuleError("the file must end in `export default rule({ id, every, evaluate })`");
  }
  return found;
}

/** { problems, json }: the header of a module, or all that is wrong with it. */
function header(module) {
  const read = module.default instanceof Algorithm ? readAlgorithm(module.default) : readHeader(ruleOf(module));
  return plain({ problems: read.problems, json: writeJson(read.header) ?? "null" });
}

function contextOf(needs, params, state) {
  return guarded("ctx", {
    now: new Date(now),
    params: guardedParameters(params),
    trigger: null,
    state,
    log: logger(),
    data: dataOf(needs),
    algo,
    entities,
    alerts,
    changes,
    incident,
  });
}

function failOn(problems) {
  if (problems.length > 0) {
    const [{ message, near }] = problems;
    throw new RuleError(message, near);
  }
}

function soundRuleOf(module) {
  const found = ruleOf(module);
  const essentials = essentialsOf(found);
  if (essentials === undefined) {
    failOn(readHeader(found).problems);
    throw new RuleError("the header of the rule is not what it was when the rule was saved");
  }
  return essentials;
}

/** { json, state }: the verdicts and the state after one evaluation. */
function run(module) {
  if (module.default instanceof Algorithm) {
    return runAlgorithm(module.default, parseJson(settings.parameters), parseJson(settings.state));
  }
  const problems = [];
  const { needs, params: declared, evaluate } = soundRuleOf(module);
  const params = readParameters(declared, parseJson(settings.parameters), (message, near) =>
    problems.push({ message, near }),
  );
  failOn(problems);
  const state = parseJson(settings.state);
  if (state === null || typeof state !== "object" || isArray(state)) {
    throw new RuleError("the kept state of this rule is not an object; reset it");
  }
  const result = evaluate.call(undefined, contextOf(needs, params, state));
  return plain({ json: writeResult(result, host.log) ?? "null", state: writeJson(state) ?? "{}" });
}

/** The real objects behind the definition, for the test that compares them. */
function surface() {
  const usual = ["constructor", "valueOf", "toString", "toJSON"];
  const names = (object) => Reflect.ownKeys(object).filter((name) => typeof name === "string" && !usual.includes(name));
  const instance = (value) => [...names(value), ...names(Object.getPrototypeOf(value))];
  const context = contextOf([], freeze({}), {});
  const row = rowOf({}, { metric: "m", labels: {}, points: [], start: 0, length: 0 });
  return writeJson({
    sextant: names(exported),
    Parameters: names(p),
    Context: names(context),
    Data: names(context.data),
    Log: names(context.log).filter((name) => !["name", "length"].includes(name)),
    Algorithms: names(algo),
    Entities: names(entities),
    Alerts: names(alerts),
    Changes: names(changes),
    Incident: names(incident),
    Frame: [...names(Frame.prototype), ...names(Rows.prototype)],
    Suspects: [...names(Suspects.prototype), ...names(Rows.prototype)],
    Forecasts: [...names(Forecasts.prototype), ...names(Rows.prototype)],
    Finding: names(Finding.prototype),
    Suspect: names(Suspect.prototype),
    ForecastRow: names(ForecastRow.prototype),
    EntitySet: names(EntitySet.prototype),
    Row: instance(row),
    VersusRow: names(VersusRow.prototype),
    BurnRow: names(BurnRow.prototype),
    Entity: instance(row.entity),
    Duration: names(Duration.prototype),
    Chart: names(Chart.prototype),
    Judgement: names(Judgement.prototype),
    Verdict: names(new Verdict("clear", {}, {})),
  });
}

/** What the parts of "sextant/testing" import from those of the SDK. */
function kit() {
  return plain({
    freeze, isArray, isFiniteNumber, isInteger, keysOf, plain, writeJson,
    checkOptions, durationText, millisOf, RuleError, show,
    guarded, guardMembers, readHeader, Rule,
  });
}

export const entrances = plain({ header, run, surface, kit });
