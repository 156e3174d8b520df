// SPDX-License-Identifier: Apache-2.0
// ctx.algo: algorithms as operations of the plan, which the host applies to all rows of a frame at once.
import { entriesOf, freeze, isArray, isFiniteNumber } from "./world.js";
import { checkOptions, durationArgument, Duration, RuleError, show } from "./values.js";
import { guarded } from "./later.js";
import { labelNames } from "./arguments.js";
import { relationsPlan } from "./entities.js";
import { leftOut } from "./frames.js";
import { planOf, Rows, selectionsOf } from "./terminals.js";

const CONDITIONS = freeze(["scoreAbove", "atLeast", "minDeviation", "direction"]);
const OF_EXPECTED = freeze(["season", "calendar", "direction", "minDuration", "minDeviation"]);
const OF_FORECAST = freeze(["to", "level", "model", "season", "calendar", "cleanups"]);
const OF_CAUSES = freeze(["symptom", "via", "depth", "began", "worse", "volumes"]);

/** Steps along relations that causes goes when it is not told. */
const FAR = 5;

/** What an algorithm found: rows with scores. */
export class Suspects extends Rows {
  where(conditions) {
    const given = checkOptions("where of suspects", conditions, CONDITIONS);
    return new Suspects({ op: "suspects", input: planOf(this), ...optionsOf(given) }, selectionsOf(this));
  }

  except(set) {
    const [other, size] = leftOut(set);
    return new Suspects({ op: "except", input: planOf(this), other }, selectionsOf(this) + size);
  }
}

/** What is to come of each row. */
export class Forecasts extends Rows {
  timeTo(limit) {
    if (typeof limit !== "number" || !isFiniteNumber(limit)) {
      throw new RuleError(`timeTo takes the value to reach, as in .timeTo(1.0), not ${show(limit)}`, "timeTo");
    }
    return new Forecasts({ op: "timeTo", input: planOf(this), limit }, selectionsOf(this));
  }

  except(set) {
    const [other, size] = leftOut(set);
    return new Forecasts({ op: "except", input: planOf(this), other }, selectionsOf(this) + size);
  }
}

/** Options as the plan writes them. */
function optionsOf(options) {
  return Object.fromEntries(entriesOf(options).map(([name, value]) => [name, optionOf(value)]));
}

function optionOf(value) {
  if (value instanceof Duration) {
    return durationArgument("an option", value);
  }
  if (value instanceof Date) {
    return value.getTime();
  }
  if (isArray(value)) {
    return value.map(optionOf);
  }
  return value !== null && typeof value === "object" ? optionsOf(value) : value;
}

function frameOf(what, frame) {
  if (!(frame instanceof Rows) || frame instanceof Suspects || frame instanceof Forecasts) {
    throw new RuleError(`algo.${what} takes a frame, as in algo.${what}(data.metric("a").last("14d", "1m")), not ${show(frame)}`, what);
  }
  return frame;
}

const methodOf = (what, name, value) => {
  if (typeof value !== "string" || value === "") {
    throw new RuleError(`algo.${what} takes the name of a ${name}, such as "auto", not ${show(value)}`, name);
  }
  return value;
};

function applied(what, use, frames, options) {
  const inputs = (isArray(frames) ? frames : [frames]).map((frame) => frameOf(what, frame));
  const size = inputs.reduce((sum, frame) => sum + selectionsOf(frame), 0);
  const input = isArray(frames) ? { inputs: inputs.map(planOf) } : { input: planOf(inputs[0]) };
  const plan = { op: "algorithm", use, ...input, options: optionsOf(options) };
  return what === "forecast" || use.startsWith("forecast.") ? new Forecasts(plan, size) : new Suspects(plan, size);
}

/** Of a method's name within its family, or of an algorithm of the tenant's own, the name that plans use. */
const plannedName = (family, method) => (method.startsWith("own/") ? method : `${family}.${method}`);

function detect(what, family, frame, options) {
  const { method = "auto", ...others } = checkIsObject(what, options);
  return applied(what, plannedName(family, methodOf(what, "method", method)), frame, others);
}

function checkIsObject(what, options = {}) {
  if (options === null || typeof options !== "object" || isArray(options)) {
    throw new RuleError(`algo.${what} takes an object of options, not ${show(options)}`, what);
  }
  return options;
}

function causes(frame, options) {
  const { symptom, via, depth = FAR, volumes, ...others } = checkOptions("causes", options, OF_CAUSES);
  const graph = relationsPlan("causes", symptom, { via, depth });
  return applied("causes", "cause.walk", volumes === undefined ? frame : [frame, volumes], { ...others, graph });
}

export const algo = guarded("algo", {
  expected: (frame, options) => applied("expected", "anomaly.auto", frame, checkOptions("expected", options, OF_EXPECTED)),
  detect: (frame, options) => detect("detect", "anomaly", frame, options),
  forecast: (frame, options) => {
    const { model = "auto", ...others } = checkIsObject("forecast", options);
    const use = plannedName("forecast", methodOf("forecast", "model", model));
    return applied("forecast", use, frame, use.startsWith("own/") ? others : checkOptions("forecast", others, OF_FORECAST));
  },
  changePoints: (frame, options) => detect("changePoints", "change", frame, options),
  onset: (frame) => applied("onset", "change.onset", frame, {}),
  decompose: (frame, options) => applied("decompose", "structure.decompose", frame, checkOptions("decompose", options, ["season"])),
  attribute: (frame, options) => {
    const { method = "attribution" } = checkOptions("attribute", options, ["method"]);
    return applied("attribute", plannedName("cause", methodOf("attribute", "method", method)), frame, {});
  },
  causes,
  rank: (frames, options) =>
    applied("rank", "cause.metricRank", isArray(frames) ? frames : [frames], checkOptions("rank", options, ["began"])),
  use: (name) => {
    const use = methodOf("use", "name", name);
    return (frames, options) => applied("use", use, frames, checkIsObject("use", options));
  },
  correlate: (frame, other, options) =>
    applied("correlate", "relation.correlation", other === undefined ? frame : [frame, other], checkOptions("correlate", options, ["lag"])),
  peers: (frame, ...labels) => applied("peers", "anomaly.peers", frame, labels.length === 0 ? {} : { by: labelNames("peers", labels) }),
  cluster: (frame, count) => applied("cluster", "relation.clusters", frame, count === undefined ? {} : { count }),
});
