// SPDX-License-Identifier: Apache-2.0
// algorithm({...}): a tenant's own algorithm. The host sends a batch of series; what the functions answer for each of them
// is held against its shape before it goes back.
import { entriesOf, freeze, isArray, isFiniteNumber, parseJson, plain, writeJson } from "./world.js";
import { RuleError, show } from "./values.js";
import { describeParameter, guardedParameters, parameterEntries, plainParameter, readParameters } from "./parameters.js";
import { checkNames, readText } from "./header.js";
import { host } from "./host.js";

const OF_ALGORITHM = freeze(["title", "description", "params", "fit", "score", "forecast", "tests"]);
const SCORED_SIDES = freeze(["score", "expected", "lower", "upper"]);
const FORETOLD_SIDES = freeze(["expected", "lower", "upper"]);
const MINUTE = 60000;
const MOST_TESTS_OF_ALGORITHM = 100;
const LONGEST_EXPLANATION = 500;
const TypedNumbers = Float64Array;
const isView = ArrayBuffer.isView;

/** What the file of an algorithm exports by default. */
export class Algorithm {
  #definition;

  constructor(definition) {
    this.#definition = definition;
    freeze(this);
  }

  static definitionOf(algorithm) {
    return algorithm.#definition;
  }
}

export const algorithm = (definition) => new Algorithm(definition);

/** { header, problems } of an algorithm; the header says by `algorithm` what kind it is. */
export function readAlgorithm(file) {
  const definition = Algorithm.definitionOf(file);
  const problems = [];
  const report = (message, near) => problems.push({ message, near });
  if (definition === null || typeof definition !== "object") {
    report(`algorithm takes one object, algorithm({ title, score }), not ${show(definition)}`, "algorithm");
    return { header: {}, problems };
  }
  checkNames("the algorithm", definition, OF_ALGORITHM, report);
  const { score, forecast, fit, params, tests = {} } = definition;
  if ((typeof score === "function") === (typeof forecast === "function")) {
    report("an algorithm has one of score(values, times, options) and forecast(values, times, horizon, options)", "algorithm");
  }
  if (fit !== undefined && typeof fit !== "function") {
    report(`fit must be a function, fit(values, times, options), not ${show(fit)}`, "fit");
  }
  const header = {
    algorithm: typeof forecast === "function" ? "forecast" : "anomaly",
    title: readText("title", definition, report) ?? { en: "" },
    description: readText("description", definition, report) ?? { en: "" },
    params: describedParams(params, report),
    tests: namesOfTests(tests, report),
  };
  return { header, problems };
}

function describedParams(params, report) {
  if (params !== undefined && (params === null || typeof params !== "object" || isArray(params))) {
    report(`params must be an object such as { border: p.number(3) }, not ${show(params)}`, "params");
    return [];
  }
  return parameterEntries(params)
    .map(([name, declared]) => describeParameter(name, declared, report))
    .filter((described) => described !== undefined);
}

function namesOfTests(tests, report) {
  const isObject = tests !== null && typeof tests === "object" && !isArray(tests);
  const pairs = isObject ? entriesOf(tests) : [["tests", null]];
  for (const [name] of pairs.filter(([, test]) => typeof test !== "function")) {
    report('tests must be functions by name, such as { "a spike is found": (run) => run([1, 1, 9]).score[2] > 1 }', name);
  }
  if (pairs.length > MOST_TESTS_OF_ALGORITHM) {
    report(`an algorithm may have ${MOST_TESTS_OF_ALGORITHM} tests, not ${pairs.length}`, "tests");
  }
  return pairs.map(([name]) => name);
}

/** Answers the host's task: { keep: points of each series that are wanted, or tests: true }. */
export function runAlgorithm(file, given, task) {
  const { problems } = readAlgorithm(file);
  if (problems.length > 0) {
    throw new RuleError(problems[0].message, problems[0].near);
  }
  const definition = Algorithm.definitionOf(file);
  if (task.tests === true) {
    return resultOf({ tests: entriesOf(definition.tests ?? {}).map(([name, test]) => tested(definition, name, test)) });
  }
  if (!isArray(task.keep)) {
    throw new RuleError("this file declares an algorithm: save it under algorithms and use it in a rule", "algorithm");
  }
  return resultOf({ answers: answersOf(definition, optionsFor(definition, given), task.keep) });
}

function resultOf(found) {
  return plain({ json: writeJson({ verdicts: [], judged: false, charts: [], ...found }) ?? "null", state: "{}" });
}

function optionsFor({ params }, given) {
  const declared = parameterEntries(params).map(([name, parameter]) => plainParameter(name, parameter));
  const problems = [];
  const options = readParameters(declared, given, (message, near) => problems.push([message, near]));
  if (problems.length > 0) {
    throw new RuleError(...problems[0]);
  }
  return guardedParameters(options);
}

function answersOf(definition, options, keep) {
  const batch = host.call("rows", '{"op":"batch"}');
  if (typeof batch.refusal === "string") {
    throw new RuleError(batch.refusal);
  }
  let next = 0;
  return parseJson(batch.head).series.map(({ length, labels }, index) => {
    const times = numbersOf(batch.points, next, length);
    const values = numbersOf(batch.points, next + length, length);
    next += 2 * length;
    try {
      return answerOf(definition, { times, values }, keep[index], options);
    } catch (error) {
      host.log("error", `series ${writeJson(labels)}`);
      throw error;
    }
  });
}

function numbersOf(points, start, length) {
  const numbers = new TypedNumbers(length);
  for (let index = 0; index < length; index++) {
    numbers[index] = points[start + index];
  }
  return numbers;
}

/** What an algorithm says of one series: of its last points, or of as many to come. */
function answerOf(definition, { times, values }, count, options) {
  const { fit, score, forecast } = definition;
  const isWhole = typeof forecast === "function" || values.length < 2 * count;
  const past = isWhole ? values.length : values.length - count;
  const model = fit === undefined ? undefined : fit.call(undefined, values.subarray(0, past), times.subarray(0, past), options);
  return typeof forecast === "function"
    ? sidesOfAnswer(forecast.call(undefined, values, times, count, options, model), FORETOLD_SIDES, count, count)
    : sidesOfAnswer(score.call(undefined, values, times, options, model), SCORED_SIDES, values.length, count);
}

function sidesOfAnswer(found, names, length, count) {
  const isList = isArray(found) || isView(found);
  if (!isList && (found === null || typeof found !== "object")) {
    throw new RuleError(`an algorithm answers a list of numbers or { ${names.join(", ")} }, not ${show(found)}`, names[0]);
  }
  const given = isList ? { [names[0]]: found } : found;
  checkNamesOfAnswer(given, names);
  const answer = {};
  names.filter((name) => name === names[0] || given[name] !== undefined).forEach((name) => {
    answer[name] = lastNumbers(name, given[name], length, count);
  });
  if (typeof given.explanation === "string") {
    answer.explanation = given.explanation.slice(0, LONGEST_EXPLANATION);
  }
  return answer;
}

function checkNamesOfAnswer(given, names) {
  checkNames("the answer", given, [...names, "explanation"], (message, near) => {
    throw new RuleError(message, near);
  });
}

function lastNumbers(name, given, length, count) {
  if (!isArray(given) && !isView(given)) {
    throw new RuleError(`${name} must be a list of ${length} numbers, not ${show(given)}`, name);
  }
  if (given.length !== length) {
    throw new RuleError(`${name} has ${given.length} numbers; ${length} are wanted`, name);
  }
  const numbers = [];
  for (let index = Math.max(0, length - count); index < length; index++) {
    const number = given[index];
    if (typeof number !== "number") {
      throw new RuleError(`${name}[${index}] must be a number, not ${show(number)}`, name);
    }
    numbers.push(isFiniteNumber(number) ? number : null);
  }
  return numbers;
}

/** One test of an algorithm: it fails by throwing, or by answering false. */
function tested(definition, name, test) {
  const run = (values, { horizon = 10, ...given } = {}) => {
    const numbers = TypedNumbers.from(values);
    const times = numbers.map((_, index) => index * MINUTE);
    const count = typeof definition.forecast === "function" ? horizon : numbers.length;
    return answerOf(definition, { times, values: numbers }, count, optionsFor(definition, given));
  };
  try {
    return test.call(undefined, run) === false ? { name, problem: "the test answers false" } : { name };
  } catch (error) {
    const line = /rule\.js:(\d+)/.exec(String(error?.stack))?.[1];
    return { name, problem: String(error?.message ?? error).slice(0, LONGEST_EXPLANATION), line: line === undefined ? null : Number(line) };
  }
}

