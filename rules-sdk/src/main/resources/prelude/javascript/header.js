// SPDX-License-Identifier: Apache-2.0
// rule({...}): reads and checks the header. All mistakes are collected, so that an author sees them at once.
import { entriesOf, freeze, isArray, isFiniteNumber, keysOf } from "./world.js";
import { didYouMean, durationText, millisOf, show, textOf } from "./values.js";
import { describeParameter, parameterEntries, plainParameter } from "./parameters.js";

const FIELDS = freeze([
  "id", "title", "description", "every", "cron", "timezone", "on", "delay", "timeout",
  "needs", "modules", "params", "labels", "fire", "missing", "evaluate",
]);
const FIRE = freeze(["for", "keep", "clearBelow", "repeat", "flap"]);
const FLAP = freeze(["over", "high", "low"]);
const MISSING = freeze(["staleAfter", "unless"]);
const ID = /^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/;
const NEED = /^metrics:read:[\w.:/-]*\*?$|^(?!metrics:)[a-z]+:[a-z]+(?::[\w.:/-]*\*?)?$/;
const MODULE = /^(?:[\w-]+\/)+[\w-]+$/;
const DAY = 86400000;
const PROBLEMS_TOLD = 50;

/** What a rule file exports by default. Its header is read when somebody asks for it: every evaluation runs the file
 * anew, and most of what a header says was checked when the rule was saved. */
export class Rule {
  #definition;

  constructor(definition) {
    this.#definition = definition;
    freeze(this);
  }

  static definitionOf(rule) {
    return rule.#definition;
  }
}

export const rule = (definition) => new Rule(definition);

/** What an evaluation needs of a rule, or undefined when its header must be read to say what is wrong. */
export function essentialsOf(rule) {
  const { evaluate, needs = [], params = {} } = Rule.definitionOf(rule) ?? {};
  const isSound = typeof evaluate === "function" && isArray(needs) && params !== null && typeof params === "object";
  const declared = isSound ? parameterEntries(params).map(([name, given]) => plainParameter(name, given)) : [undefined];
  return declared.includes(undefined) ? undefined : { needs: needs.map(String), params: declared, evaluate };
}

/** { header, problems }: what rule({...}) was given, and all that is wrong with it. */
export function readHeader(rule) {
  const definition = Rule.definitionOf(rule);
  const problems = [];
  const report = (message, near) => {
    if (problems.length < PROBLEMS_TOLD) {
      problems.push({ message, near });
    }
  };
  if (definition === null || typeof definition !== "object") {
    report(`rule takes one object, rule({ id, every, evaluate }), not ${show(definition)}`);
    return { header: {}, problems };
  }
  checkNames("the header", definition, FIELDS, report);
  if (typeof definition.evaluate !== "function") {
    report("the header needs evaluate(ctx) { ... }, the function that judges", "evaluate");
  } else if (["AsyncFunction", "AsyncGeneratorFunction"].includes(definition.evaluate.constructor?.name)) {
    report("evaluate must not be async: data is there when a terminal such as .map or for..of asks for it", "evaluate");
  }
  const header = {
    id: readId(definition, report),
    title: readText("title", definition, report) ?? { en: String(definition.id) },
    description: readText("description", definition, report) ?? { en: "" },
    ...readSchedule(definition, report),
    needs: readNeeds(definition, report),
    modules: readModules(definition, report),
    params: readParams(definition, report),
    labels: readLabels(definition, report),
    fire: readFire(definition, report),
    missing: readMissing(definition, report),
  };
  return { header, problems };
}

export function checkNames(what, given, known, report) {
  for (const name of keysOf(given).filter((field) => !known.includes(field)).slice(0, PROBLEMS_TOLD)) {
    report(`${what} has no field ${name}${didYouMean(name, known)}`, name);
  }
}

function readId({ id }, report) {
  if (typeof id !== "string" || !ID.test(id)) {
    report(`id must be 1 to 80 lower-case letters, digits and inner hyphens, such as "cpu-high", not ${show(id)}`, "id");
    return "";
  }
  return id;
}

export function readText(field, definition, report) {
  if (definition[field] === undefined) {
    return undefined;
  }
  const text = textOf(definition[field], 2000);
  if (text === undefined) {
    report(`${field} must be a text or texts per language, { en: "...", zh: "..." }, not ${show(definition[field])}`, field);
  }
  return text;
}

/** The text of a duration within bounds, or the fallback after a report. */
function readDuration(field, value, bounds, report) {
  if (value === undefined) {
    return bounds.fallback;
  }
  const ms = millisOf(value);
  if (ms === undefined || ms < bounds.min || ms > bounds.max) {
    const range = `${durationText(bounds.min)} to ${durationText(bounds.max)}`;
    report(`${field} must be a duration from ${range}, such as "30s", not ${show(value)}`, field.split(".").at(-1));
    return bounds.fallback;
  }
  return durationText(ms);
}

function readSchedule(definition, report) {
  const { every, cron, timezone, on, delay, timeout } = definition;
  const clocks = ["every", "cron", "on"].filter((field) => definition[field] !== undefined);
  if (clocks.length !== 1) {
    report(`the header needs exactly one of every, cron and on; it has ${clocks.join(" and ") || "none"}`, clocks[1] ?? "id");
  }
  if (cron !== undefined && (typeof cron !== "string" || cron.trim().split(/\s+/).length !== 5)) {
    report(`cron must be five fields such as "*/10 * * * *", not ${show(cron)}`, "cron");
  }
  if (timezone !== undefined && typeof timezone !== "string") {
    report(`timezone must be a name such as "Europe/Berlin" or "tenant", not ${show(timezone)}`, "timezone");
  }
  const schedule = {};
  if (every !== undefined) {
    schedule.every = readDuration("every", every, { min: 1000, max: 7 * DAY, fallback: "1m" }, report);
  }
  if (cron !== undefined) {
    schedule.cron = String(cron);
    schedule.timezone = timezone ?? "tenant";
  }
  if (on !== undefined) {
    schedule.on = on;
  }
  schedule.delay = delay === "auto" ? "auto" : readDuration("delay", delay, { min: 0, max: DAY, fallback: "0s" }, report);
  schedule.timeout = readDuration("timeout", timeout, { min: 100, max: 60000, fallback: "5s" }, report);
  return schedule;
}

function readNeeds({ needs = [] }, report) {
  if (!isArray(needs)) {
    report(`needs must be a list such as ["metrics:read:host.*"], not ${show(needs)}`, "needs");
    return [];
  }
  for (const need of needs.filter((given) => typeof given !== "string" || !NEED.test(given))) {
    report(`needs names a right such as "metrics:read:host.*" or "entities:read", not ${show(need)}`, "needs");
  }
  return needs.map(String);
}

/** The versions of modules that the rule asks for: { "shared/budget": 3 }. */
function readModules({ modules = {} }, report) {
  const pins = modules !== null && typeof modules === "object" && !isArray(modules) ? entriesOf(modules) : [["", null]];
  const isPin = ([name, version]) => MODULE.test(name) && Number.isSafeInteger(version) && version > 0;
  for (const [name] of pins.filter((pin) => !isPin(pin))) {
    report('modules names versions of modules, such as { "shared/budget": 3 }', name || "modules");
  }
  return Object.fromEntries(pins.filter(isPin));
}

function readParams({ params }, report) {
  if (params !== undefined && (params === null || typeof params !== "object" || isArray(params))) {
    report(`params must be an object such as { border: p.number(1) }, not ${show(params)}`, "params");
    return [];
  }
  return parameterEntries(params)
    .map(([name, declared]) => describeParameter(name, declared, report))
    .filter((described) => described !== undefined);
}

function readLabels({ labels = {} }, report) {
  const pairs = labels !== null && typeof labels === "object" ? entriesOf(labels) : [["", null]];
  for (const [name] of pairs.filter(([, value]) => typeof value !== "string")) {
    report('labels must be an object of texts, such as { team: "core" }', name || "labels");
  }
  return Object.fromEntries(pairs.filter(([, value]) => typeof value === "string"));
}

function readFire({ fire = {} }, report) {
  if (fire === null || typeof fire !== "object") {
    report(`fire must be an object such as { for: "30s", keep: "1m" }, not ${show(fire)}`, "fire");
    return { for: "0s", keep: "0s" };
  }
  checkNames("fire", fire, FIRE, report);
  const span = (field, fallback) =>
    readDuration(`fire.${field}`, fire[field], { min: 0, max: 31 * DAY, fallback }, report);
  const policy = { for: span("for", "0s"), keep: span("keep", "0s") };
  if (fire.clearBelow !== undefined) {
    policy.clearBelow = readAmount("fire.clearBelow", fire.clearBelow, report);
  }
  if (fire.repeat !== undefined) {
    policy.repeat = span("repeat", "0s");
  }
  if (fire.flap !== undefined) {
    policy.flap = readFlap(fire.flap, report);
  }
  return policy;
}

function readFlap(flap, report) {
  if (flap === null || typeof flap !== "object") {
    report(`fire.flap must be an object such as { over: 20, high: 0.5 }, not ${show(flap)}`, "flap");
    return {};
  }
  checkNames("fire.flap", flap, FLAP, report);
  return Object.fromEntries(
    entriesOf(flap).map(([field, value]) => [field, readAmount(`fire.flap.${field}`, value, report)]),
  );
}

function readAmount(field, value, report) {
  if (typeof value !== "number" || !isFiniteNumber(value)) {
    report(`${field} must be a number, not ${show(value)}`, field.split(".").at(-1));
    return 0;
  }
  return value;
}

function readMissing({ missing = {} }, report) {
  if (missing === null || typeof missing !== "object") {
    report(`missing must be an object such as { staleAfter: "10m" }, not ${show(missing)}`, "missing");
    return {};
  }
  checkNames("missing", missing, MISSING, report);
  const read = {};
  if (missing.staleAfter !== undefined) {
    const bounds = { min: 1000, max: 31 * DAY, fallback: "10m" };
    read.staleAfter = readDuration("missing.staleAfter", missing.staleAfter, bounds, report);
  }
  if (missing.unless !== undefined) {
    if (missing.unless !== "entity-ended") {
      report(`missing.unless must be "entity-ended", not ${show(missing.unless)}`, "unless");
    }
    read.unless = "entity-ended";
  }
  return read;
}
