// SPDX-License-Identifier: Apache-2.0
// How results of algorithms are drawn: the algorithm is asked again for the one row, with as much of it as the chart shows.
import { entriesOf, isArray, isFiniteNumber, keysOf, now } from "./world.js";
import { groupOf, seriesOf } from "./charts.js";

const POINTS_OF_A_LINE = 400;
const ROWS_OF_A_CHART = 20;

/** The parts of the chart of a row, or of all rows of a result. */
export function drawnFinding(plan, row, options, fetchRows) {
  const labels = row?.labels ?? {};
  const isInput = plan.inputs !== undefined || plan.use.startsWith("change.") || plan.use.startsWith("cause.");
  const length = options.history ?? options.around;
  const inputs = plan.inputs ?? [plan.input];
  const asked = isInput
    ? inputs.map((input) => narrowed(input, inputLabels(plan, labels)))
    : [{ ...plan, ...keeping(length), input: narrowed(plan.input, labels) }];
  const rows = asked.flatMap((one) => fetchRows(one)).filter((one) => isInput || row === undefined || isSame(one.labels, labels));
  const drawn = rows.slice(0, ROWS_OF_A_CHART);
  return {
    series: drawn.flatMap((one) => [...seriesOf(one), ...besides(one, plan, options)].map(thinned)),
    bands: options.band || options.forecast ? drawn.flatMap(bandOf) : [],
    areas: isInput && row !== undefined && isFiniteNumber(row.time) ? [{ from: row.time, to: now }] : [],
  };
}

const keeping = (length) => (length === undefined ? { keepLast: "6h" } : { keepLast: length });

/** Several frames in one result are told apart by their metric, which their series do not have as a label. */
function inputLabels(plan, labels) {
  const own = entriesOf(labels).filter(([name]) => !(plan.inputs !== undefined && name === "metric"));
  return plan.use === "cause.attribution" ? {} : Object.fromEntries(own);
}

function isSame(left, right) {
  return keysOf(left).length === keysOf(right).length && entriesOf(left).every(([name, value]) => right[name] === value);
}

/** The plan that reads the series of one row only. */
function narrowed(plan, labels) {
  if (plan === null || typeof plan !== "object" || isArray(plan)) {
    return plan;
  }
  const names = keysOf(labels);
  if (plan.op === "select") {
    return names.length === 0 ? plan : { ...plan, ...groupOf(plan, names), where: { ...plan.where, ...labels } };
  }
  const parts = entriesOf(plan).map(([name, part]) =>
    ["input", "left", "right", "part", "whole"].includes(name) ? [name, narrowed(part, labels)] : [name, part],
  );
  return Object.fromEntries(parts);
}

function line(name, row, points) {
  const values = points.values.map((value) => (isFiniteNumber(value) ? value : null));
  return { name, labels: row.labels, times: points.times, values };
}

const isOfForecast = (use, row) => use.startsWith("forecast.") || (use.startsWith("own/") && "earliest" in row);

function besides(row, plan, options) {
  if (isOfForecast(plan.use, row)) {
    return options.forecast ? [line("forecast", row, row.side("expected"))] : [];
  }
  return plan.use === "structure.decompose" ? ["trend", "season", "remainder"].map((name) => line(name, row, row.side(name))) : [];
}

function bandOf(row) {
  if (!isFiniteNumber(row.lower) || !isFiniteNumber(row.upper)) {
    return [];
  }
  const lower = thinned(line("lower", row, row.side("lower")));
  const upper = thinned(line("upper", row, row.side("upper")));
  return [{ name: row.entity.name || row.metric, labels: row.labels, times: lower.times, lower: lower.values, upper: upper.values }];
}

/** A line of a chart has no more points than can be seen; the last one is always there. */
function thinned(drawn) {
  const stride = Math.ceil(drawn.times.length / POINTS_OF_A_LINE);
  const last = drawn.times.length - 1;
  const isKept = (_, index) => (last - index) % stride === 0;
  return stride <= 1 ? drawn : { ...drawn, times: drawn.times.filter(isKept), values: drawn.values.filter(isKept) };
}
