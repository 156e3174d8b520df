// SPDX-License-Identifier: Apache-2.0
// "sextant/testing": what a test file declares, as data. The backend draws the series, runs the rule slot by slot with
// the production evaluator, and only then holds what happened against what is expected.
import { freeze, isArray, isInteger, keysOf, plain, writeJson } from "./world.js";
import { checkOptions, RuleError, show } from "./values.js";
import { guarded } from "./later.js";
import { readHeader, Rule } from "./header.js";
import { Curve, gen, momentOf, spanOf } from "./curves.js";
import { emptyGraph, graphOf, labelsOf } from "./testing-graph.js";

const MOST_TESTS = 50;
const MOST_SERIES = 200;
const MOST_EXPECTATIONS = 100;
const RUN = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?\/\S{1,40}$/;
const VERDICTS = freeze(["fire", "clear", "suppressed", "unknown", "none"]);
const SEVERITIES = freeze(["critical", "warning", "info"]);

const declared = [];
let current;

/** The line of the test file from which the kit was called. */
function lineOfTest() {
  const found = /rule\.test\.js:(\d+)/.exec(new Error().stack ?? "");
  return found === null ? null : Number(found[1]);
}

function testUnderWay(what) {
  if (current === undefined) {
    throw new RuleError(`${what} belongs into the function of a check(rule, "name", t => { ... })`);
  }
  return current;
}

function countOf(what, count) {
  if (!isInteger(count) || count < 0) {
    throw new RuleError(`${what} takes a whole number, not ${show(count)}`);
  }
  return count;
}

/** Keeps an expectation. What it waits for must be said by one of its own methods. */
function expectation(kind, labels, methods) {
  const { test } = testUnderWay(`expect.${kind}`);
  if (test.expect.length >= MOST_EXPECTATIONS) {
    throw new RuleError(`a check has at most ${MOST_EXPECTATIONS} expectations`);
  }
  const entry = { kind, labels: labelsOf(`expect.${kind}`, labels), line: lineOfTest(), says: null };
  test.expect.push(entry);
  const says = (what) => {
    entry.says = what;
  };
  return guarded(`expect.${kind}(...)`, methods(says));
}

const momentMethods = (kind) => (says) => {
  const moment = (time) => momentOf(`expect.${kind}`, time);
  return {
    between: (from, to) => says({ from: moment(from), to: moment(to) }),
    at: (time) => says({ from: moment(time), to: moment(time) }),
    after: (time) => says({ from: moment(time) }),
    before: (time) => says({ to: moment(time) }),
    never: () => says({ never: true }),
  };
};

const countMethods = (says) => ({
  toHaveLength: (count) => says({ atLeast: countOf("toHaveLength", count), atMost: count }),
  atLeast: (count) => says({ atLeast: countOf("atLeast", count) }),
  atMost: (count) => says({ atMost: countOf("atMost", count) }),
});

/** `toBe` of one word out of a few. */
const wordMethods = (what, words, fields) => (says) => ({
  toBe: (word) => {
    if (!words.includes(word)) {
      throw new RuleError(`${what} is one of ${words.join(", ")}, not ${show(word)}`);
    }
    says({ ...fields, is: word });
  },
});

const statesMethods = (from, to) => (says) => ({
  toBe: (states) => {
    const letters = typeof states === "string" ? states.replace(/\s+/g, "") : "";
    if (!/^[.PFR]+$/.test(letters)) {
      throw new RuleError(
        `states are written with one letter per slot, . quiet, P pending, F firing, R resolved: "..PPFFR", not ${show(states)}`,
      );
    }
    says({ from: momentOf("expect.states", from), to: momentOf("expect.states", to), is: letters });
  },
});

const expect = guarded("expect", {
  firstFire: (labels) => expectation("firstFire", labels, momentMethods("firstFire")),
  firstResolve: (labels) => expectation("firstResolve", labels, momentMethods("firstResolve")),
  alerts: (labels) => expectation("alerts", labels, countMethods),
  noFire: (labels) => void expectation("alerts", labels, countMethods).toHaveLength(0),
  states: (labels, from, to) => expectation("states", labels, statesMethods(from, to)),
  verdicts: (labels, at) =>
    expectation("verdicts", labels, wordMethods("a verdict", VERDICTS, { at: momentOf("expect.verdicts", at) })),
  severity: (labels) => expectation("severity", labels, wordMethods("a severity", SEVERITIES, {})),
  failure: (text) => {
    if (typeof text !== "string" || text === "") {
      throw new RuleError(`expect.failure takes a part of the message, not ${show(text)}`);
    }
    expectation("failure", {}, (says) => ({ says })).says({ text });
  },
});

function seriesOf(test) {
  return (metric, labels, curve, options) => {
    const { every, late } = checkOptions("series", options, ["every", "late"]);
    if (typeof metric !== "string" || metric === "") {
      throw new RuleError(`series takes the name of a metric first, not ${show(metric)}`);
    }
    if (!(curve instanceof Curve)) {
      throw new RuleError(`series takes a curve such as gen.constant(1) third, not ${show(curve)}`);
    }
    if (test.series.length >= MOST_SERIES) {
      throw new RuleError(`a check has at most ${MOST_SERIES} series`);
    }
    test.series.push({
      metric,
      labels: labelsOf("series", labels),
      curve,
      every: every === undefined ? null : spanOf("every", every),
      late: late === undefined ? null : spanOf("late", late),
    });
  };
}

function runOf(test) {
  return (span) => {
    if (typeof span !== "string" || !RUN.test(span)) {
      throw new RuleError(`run takes a start and a length, "2026-03-02T00:00/36h", not ${show(span)}`);
    }
    test.run = span;
  };
}

function paramsOf(test) {
  return (values) => {
    if (values === null || typeof values !== "object" || isArray(values)) {
      throw new RuleError(`params takes an object of values, not ${show(values)}`);
    }
    test.parameters = { ...values };
  };
}

function finish(test) {
  if (test.run === null) {
    throw new RuleError(`check "${test.name}" does not say when: call t.run("2026-03-02T00:00/36h")`);
  }
  if (test.expect.length === 0) {
    throw new RuleError(`check "${test.name}" expects nothing: call t.expect...`);
  }
  const unsaid = test.expect.find((entry) => entry.says === null);
  if (unsaid !== undefined) {
    const methods = ["firstFire", "firstResolve"].includes(unsaid.kind) ? ".between(from, to) or .never()" : ".toBe(...) or .toHaveLength(n)";
    throw new RuleError(`expect.${unsaid.kind}(...) says nothing yet: add ${methods}`, unsaid.kind);
  }
}

function check(rule, name, body) {
  if (!(rule instanceof Rule)) {
    throw new RuleError('check takes the rule first: import it, import rule from "./my.rule.js"');
  }
  if (typeof name !== "string" || name.trim() === "" || typeof body !== "function") {
    throw new RuleError('check takes a rule, a name and a function: check(rule, "fires on a drop", t => { ... })');
  }
  if (current !== undefined || declared.length >= MOST_TESTS) {
    throw new RuleError(current === undefined ? `a file has at most ${MOST_TESTS} checks` : "a check stands within another");
  }
  const test = {
    name: name.slice(0, 200), line: lineOfTest(), rule: readHeader(rule).header.id, parameters: null, run: null, history: null,
    series: [], graph: emptyGraph(), expect: [],
  };
  const t = guarded("t", {
    series: seriesOf(test),
    ...graphOf(test),
    params: paramsOf(test),
    run: runOf(test),
    history: (span) => {
      test.history = spanOf("history", span);
    },
    expect,
  });
  current = { test };
  try {
    body(t);
    finish(test);
  } finally {
    current = undefined;
  }
  declared.push(test);
}

globalThis[Symbol.for("sextant/testing")] = freeze({ check, gen, expect });

/** { problems, json }: all that the file declared. */
export function tests() {
  const problems = declared.length > 0 ? [] : [{ message: 'the file has no check(rule, "name", t => { ... })' }];
  return plain({ problems, json: writeJson({ tests: declared }) });
}
