// SPDX-License-Identifier: Apache-2.0
// Frames: handles on a lazy plan. An operator returns a new frame and asks nobody; a terminal makes one call to the host.
import { entriesOf, freeze, isArray, isFiniteNumber, now } from "./world.js";
import { checkOptions, durationArgument, durationText, millisOf, RuleError, show } from "./values.js";
import {
  burnWindows, checkJoinedName, COMPARISONS, condition, instant, labelNames, objectiveOf, wordOf,
} from "./arguments.js";
import { planOf, Rows, selectionsOf } from "./terminals.js";
import { selection } from "./selections.js";
import { namedRows } from "./entities.js";

const MOST_JOINED = 10;
const BURN_OPTIONS = freeze(["slo", "windows", "factor"]);

export const metricFrame = (name, needs) => new Frame(selection("data.metric", name, needs));

export const ratioFrame = (part, whole, needs) =>
  new Frame({ op: "ratio", part: selection("data.ratio", part, needs), whole: selection("data.ratio", whole, needs) }, 2);

/** The plan and the size of whom `.except` leaves out. */
export const leftOut = (other) =>
  other instanceof Rows ? [planOf(other), selectionsOf(other)] : [namedRows("except", other), 0];

export class Frame extends Rows {
  /** The frame with its selection changed; of a ratio both selections change. */
  #selecting(operator, change) {
    const plan = planOf(this);
    if (plan.op === "ratio") {
      return new Frame({ ...plan, part: change(plan.part), whole: change(plan.whole) }, 2);
    }
    if (plan.op !== "select") {
      throw new RuleError(`.${operator} works on the series of a metric: put it before .${wordOf(plan)}`, operator);
    }
    return new Frame(change(plan));
  }

  #with(operator, fields) {
    return this.#selecting(operator, (plan) => ({ ...plan, ...fields }));
  }

  where(conditions) {
    if (conditions === null || typeof conditions !== "object" || isArray(conditions)) {
      throw new RuleError(`where takes an object of labels, as in .where({ host: "a" }), not ${show(conditions)}`, "where");
    }
    const read = Object.fromEntries(entriesOf(conditions).map(([label, value]) => [label, condition(label, value)]));
    return this.#selecting("where", (plan) => ({ ...plan, where: { ...plan.where, ...read } }));
  }

  by(...labels) {
    return this.#with("by", { by: labelNames("by", labels), without: undefined });
  }

  without(...labels) {
    return this.#with("without", { without: labelNames("without", labels), by: undefined });
  }

  of(entities) {
    return this.#with("of", { of: namedRows("of", entities) });
  }

  /** With a duration: how far back to read. Without: the last value of each series. */
  last(length, step) {
    if (length === undefined) {
      return this.#aggregate("last");
    }
    const fields = { last: durationArgument("last", length), from: undefined, to: undefined };
    return this.#with("last", { ...fields, step: step === undefined ? undefined : durationArgument("the step of last", step) });
  }

  window(from, to, step) {
    const fields = { from: instant("start", from), to: instant("end", to), last: undefined };
    if (fields.to <= fields.from || fields.to > now) {
      throw new RuleError("window must end after its start and not after now: a rule sees the data as of its slot", "window");
    }
    return this.#with("window", { ...fields, step: step === undefined ? undefined : durationArgument("the step of window", step) });
  }

  offset(length) {
    return this.#with("offset", { offset: durationArgument("offset", length) });
  }

  versus(length) {
    if (["versus", "join"].includes(planOf(this).op)) {
      throw new RuleError(`.versus compares one value: put it before .${planOf(this).op}`, "versus");
    }
    return new Frame({ op: "versus", input: planOf(this), offset: durationArgument("versus", length) }, 2 * selectionsOf(this));
  }

  #aggregate(aggregate, more) {
    const plan = planOf(this);
    if (plan.op === "ratio") {
      throw new RuleError(`data.ratio has one value per series already: leave out .${aggregate}()`, aggregate);
    }
    if (plan.op === "select" && plan.aggregate !== undefined) {
      throw new RuleError(`.${aggregate}() comes after .${plan.aggregate}(): a frame has one aggregation`, aggregate);
    }
    return this.#with(aggregate, { aggregate, ...more });
  }

  avg() {
    return this.#aggregate("avg");
  }

  sum() {
    return this.#aggregate("sum");
  }

  min() {
    return this.#aggregate("min");
  }

  max() {
    return this.#aggregate("max");
  }

  first() {
    return this.#aggregate("first");
  }

  stddev() {
    return this.#aggregate("stddev");
  }

  quantile(q) {
    if (typeof q !== "number" || !(q >= 0 && q <= 1)) {
      throw new RuleError(`quantile takes a number from 0 to 1, as in .quantile(0.99), not ${show(q)}`, "quantile");
    }
    return this.#aggregate("quantile", { quantile: q });
  }

  rate() {
    return this.#aggregate("rate");
  }

  increase() {
    return this.#aggregate("increase");
  }

  delta() {
    return this.#aggregate("delta");
  }

  countPoints() {
    return this.#aggregate("count");
  }

  absent(lookback = "1d") {
    const plan = planOf(this);
    if (plan.op !== "select" || plan.aggregate !== undefined) {
      throw new RuleError('.absent looks at the series of a metric, as in data.metric("a").last("5m").absent()', "absent");
    }
    return new Frame({ op: "absent", input: plan, lookback: durationArgument("absent", lookback) }, 2);
  }

  burnRate(options) {
    if (planOf(this).op !== "ratio") {
      throw new RuleError('.burnRate works on a ratio of good events, as in data.ratio("http.success", "http.total").burnRate({ slo: 0.999 })', "burnRate");
    }
    const { slo, windows = ["5m", "1h"], factor = 14.4 } = checkOptions("burnRate", options, BURN_OPTIONS);
    const lengths = burnWindows(windows);
    if (typeof factor !== "number" || !(factor > 0 && isFiniteNumber(factor))) {
      throw new RuleError(`burnRate takes a factor above 0, such as 14.4, not ${show(factor)}`, "factor");
    }
    const last = durationText(Math.max(...lengths.map(millisOf)));
    const change = (plan) => ({ ...plan, last, from: undefined, to: undefined, step: undefined });
    const input = { ...planOf(this), part: change(planOf(this).part), whole: change(planOf(this).whole) };
    return new Frame({ op: "burnRate", input, objective: objectiveOf(slo), windows: lengths, factor }, 2 * lengths.length);
  }

  #arithmetic(operator, other) {
    if (!(other instanceof Frame) && !(typeof other === "number" && isFiniteNumber(other))) {
      throw new RuleError(`.${operator} takes a frame or a number, not ${show(other)}`, operator);
    }
    const right = other instanceof Frame ? planOf(other) : other;
    const size = selectionsOf(this) + (other instanceof Frame ? selectionsOf(other) : 0);
    return new Frame({ op: "arithmetic", operator, left: planOf(this), right }, size);
  }

  plus(other) {
    return this.#arithmetic("plus", other);
  }

  minus(other) {
    return this.#arithmetic("minus", other);
  }

  times(other) {
    return this.#arithmetic("times", other);
  }

  over(other) {
    return this.#arithmetic("over", other);
  }

  whereNow(comparison, value) {
    if (!COMPARISONS.includes(comparison)) {
      throw new RuleError(`whereNow compares with one of ${COMPARISONS.join(" ")}, not ${show(comparison)}`, "whereNow");
    }
    const number = typeof value === "number" ? value : millisOf(value);
    if (number === undefined || !isFiniteNumber(number)) {
      throw new RuleError(`whereNow compares with a number, as in .whereNow(">", 0.9), not ${show(value)}`, "whereNow");
    }
    return new Frame({ op: "whereNow", input: planOf(this), comparison, value: number }, selectionsOf(this));
  }

  #edge(op, count) {
    if (!Number.isInteger(count) || count < 1) {
      throw new RuleError(`.${op} takes how many rows to keep, as in .${op}(10), not ${show(count)}`, op);
    }
    return new Frame({ op, input: planOf(this), count }, selectionsOf(this));
  }

  top(count) {
    return this.#edge("top", count);
  }

  bottom(count) {
    return this.#edge("bottom", count);
  }

  except(other) {
    const [plan, size] = leftOut(other);
    return new Frame({ op: "except", input: planOf(this), other: plan }, selectionsOf(this) + size);
  }

  join(frames) {
    return Frame.joined(planOf(this), selectionsOf(this), frames);
  }

  /** Frames beside the rows of a plan: of series, or of entities. */
  static joined(input, own, frames) {
    const named = frames !== null && typeof frames === "object" ? entriesOf(frames) : [];
    if (named.length === 0 || named.length > MOST_JOINED || !named.every(([, frame]) => frame instanceof Rows)) {
      throw new RuleError(`join takes an object of 1 to ${MOST_JOINED} frames, as in .join({ errors, latency }), not ${show(frames)}`, "join");
    }
    named.forEach(([name]) => checkJoinedName(name));
    const plans = Object.fromEntries(named.map(([name, frame]) => [name, planOf(frame)]));
    const size = named.reduce((sum, [, frame]) => sum + selectionsOf(frame), own);
    return new Frame({ op: "join", input, frames: plans }, size);
  }
}
