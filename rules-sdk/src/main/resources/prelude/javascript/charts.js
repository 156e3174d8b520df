// SPDX-License-Identifier: Apache-2.0
// Charts: evidence that a verdict carries. Declarative; drawn after the evaluation, and only when its verdict is kept.
import { entriesOf, freeze, isArray, isFiniteNumber, keysOf, now } from "./world.js";
import { durationArgument, durationText, millisOf, RuleError, show } from "./values.js";
import { beforeOf, KEEPS_ROWS } from "./rows.js";
import { drawnFinding } from "./drawings.js";

const STEPS = freeze([10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21600, 86400].map((seconds) => seconds * 1000));
const NEED_TWO_POINTS = freeze(["rate", "stddev", "quantile"]);
const OVER_A_RANGE = freeze(["sum", "count", "increase", "delta"]);
const POINTS_OF_A_CHART = 180;
const SERIES_OF_A_CHART = 20;

export class Chart {
  static OPTIONS = freeze(["title", "unit", "around", "line", "lines", "band", "forecast", "history"]);

  #plan;
  #row;
  #options;

  constructor(plan, row, options) {
    this.#plan = plan;
    this.#row = row;
    this.#options = readOptions(options);
    const { band, forecast, history } = this.#options;
    if ((band || forecast || history !== undefined) && algorithmOf(plan) === undefined) {
      throw new RuleError("the chart options band, forecast and history are for results of algo, as in algo.expected(frame).map(s => s.chart({ band: true }))", "chart");
    }
    freeze(this);
  }

  /** The chart as data; asks the host when the row itself has too few points. */
  static draw(chart, fetchRows) {
    const row = chart.#row;
    const { around, title, unit, lines } = chart.#options;
    const found = algorithmOf(chart.#plan);
    if (found !== undefined) {
      return { title: title ?? null, unit: unit ?? null, lines, ...drawnFinding(found, row, chart.#options, fetchRows) };
    }
    const own = around === undefined && row !== undefined && row.times.length > 1;
    const drawn = own ? [row] : fetchRows(drawingPlan(chart.#plan, around ?? "1h", row?.labels));
    return {
      title: title ?? null,
      unit: unit ?? null,
      series: drawn.flatMap((source) => seriesOf(source)).slice(0, SERIES_OF_A_CHART),
      lines,
      bands: [],
      areas: own ? [] : rangeOf(chart.#plan),
    };
  }
}

/** The algorithm whose result a plan is; undefined when it is none. */
function algorithmOf(plan) {
  return KEEPS_ROWS.includes(plan.op) || plan.op === "timeTo"
    ? algorithmOf(plan.input)
    : plan.op === "algorithm" ? plan : undefined;
}

function readOptions({ title, unit, around, line, lines = [], band, forecast, history }) {
  const all = line === undefined ? lines : [line, ...(isArray(lines) ? lines : [])];
  if (!isArray(all)) {
    throw new RuleError(`chart wants a list as lines, as in lines: [0.7, 0.9], not ${show(all)}`, "lines");
  }
  return {
    title: title === undefined ? undefined : String(title).slice(0, 200),
    unit: unit === undefined ? undefined : String(unit).slice(0, 40),
    around: around === undefined ? undefined : durationArgument("around", around),
    lines: all.map(readLine),
    band: band === true,
    forecast: forecast === true,
    history: history === undefined ? undefined : durationArgument("history", history),
  };
}

function readLine(line) {
  const { value, name } = typeof line === "number" ? { value: line } : (line ?? {});
  if (typeof value !== "number" || !isFiniteNumber(value)) {
    throw new RuleError(`a line of a chart is a number or { value, name }, not ${show(line)}`, "line");
  }
  return name === undefined ? { value } : { value, name: String(name).slice(0, 80) };
}

/** A row as one line; what it was before is a second one. */
export function seriesOf(row) {
  const name = row.entity.name || row.metric;
  const lineOf = (called, { times, values }) => ({
    name: called,
    labels: row.labels,
    times,
    values: values.map((value) => (isFiniteNumber(value) ? value : null)),
  });
  const before = beforeOf(row);
  return before === undefined ? [lineOf(name, row)] : [lineOf(name, row), lineOf(`${name} before`, before)];
}

/** The stretch that a single aggregated value was judged on. */
function rangeOf(plan) {
  const judged = firstSelect(plan);
  return judged.last === undefined || judged.aggregate === undefined || judged.step !== undefined
    ? []
    : [{ from: now - millisOf(judged.last), to: now }];
}

function firstSelect(plan) {
  if (plan.op === "entities" || plan.op === "given") {
    throw new RuleError("entities have no chart of their own: draw a row that is joined to them, as in s.errors.chart()", "chart");
  }
  return plan.op === "select" ? plan : firstSelect(plan.input ?? plan.left ?? plan.whole ?? plan.inputs[0]);
}

/** The plan of a row, stretched over the time that the chart shows and narrowed to the row's own series. */
function drawingPlan(plan, around, labels) {
  const drawn = (part) => drawingPlan(part, around, labels);
  switch (plan.op) {
    case "select":
      return stretched(plan, around, labels);
    case "arithmetic":
      return { ...plan, left: drawn(plan.left), right: typeof plan.right === "number" ? plan.right : drawn(plan.right) };
    case "ratio":
      return ratioOf(plan, around, labels, plan.whole.step ?? plan.whole.last);
    case "burnRate":
      return burnOf(ratioOf(plan.input, around, labels, plan.windows[0]), plan.objective);
    case "versus":
      return { ...plan, input: drawn(plan.input) };
    case "absent":
      return stretched(plan.input, around, labels);
    case "entities":
    case "given":
      return firstSelect(plan);
    default:
      return drawn(plan.input);
  }
}

function ratioOf(plan, around, labels, step) {
  const side = (part) => ({ ...stretched(part, around, labels), step, aggregate: undefined });
  return { ...plan, part: side(plan.part), whole: side(plan.whole) };
}

/** The burn over the first window, as it went: (1 - ratio) / (1 - objective). */
function burnOf(ratio, objective) {
  const missed = { op: "arithmetic", operator: "times", left: ratio, right: -1 };
  const plus = { op: "arithmetic", operator: "plus", left: missed, right: 1 };
  return { op: "arithmetic", operator: "over", left: plus, right: 1 - objective };
}

function stretched(plan, around, labels) {
  const wanted = millisOf(around) / POINTS_OF_A_CHART;
  const fitting = STEPS.find((size) => size >= wanted) ?? STEPS.at(-1);
  const narrow = labels === undefined ? {} : Object.fromEntries(entriesOf(labels));
  const names = keysOf(narrow);
  const where = names.length === 0 ? plan.where : { ...plan.where, ...narrow };
  return { ...plan, ...groupOf(plan, names), where, last: around, from: undefined, to: undefined, step: drawingStep(plan, fitting), aggregate: plan.aggregate ?? "avg" };
}

/** The labels of a row stand for the entities that it was selected of. */
export function groupOf({ of, by, without }, names) {
  return of === undefined || names.length === 0 ? {} : { of: undefined, by: by ?? (without === undefined ? names : undefined) };
}

function drawingStep(plan, fitting) {
  if (OVER_A_RANGE.includes(plan.aggregate) && plan.step === undefined && plan.last !== undefined) {
    return plan.last;
  }
  return durationText(NEED_TWO_POINTS.includes(plan.aggregate) ? Math.max(fitting, 60000) : fitting);
}
