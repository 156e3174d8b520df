// SPDX-License-Identifier: Apache-2.0
declare module "*.rule.js" {
  const rule: import("sextant").Rule;
  export default rule;
}

declare module "sextant/testing" {
  import { Duration, Rule } from "sextant";

  /** "30m", "1d", or a Duration. 时长。 */
  export type Span = string | Duration;
  /** "12:00" on the run's first day, "1d 12:00", "90m" after the start, "2026-03-02T12:00". All UTC. 时间点（UTC）。 */
  export type Moment = string | Duration | Date;
  export type Labels = { readonly [label: string]: string };

  /** How a series goes over time. Every method returns a new curve. 序列随时间的形状；每个方法返回新的曲线。 */
  export interface Curve {
    /** Multiplies by 1 plus a normal random number of this spread; the same every time. 乘以带正态噪声的因子，结果可重现。 */
    noise(share: number, options?: { seed?: number }): Curve;
    /** Takes a share away for a while: 0.4 leaves 60 %. 在一段时间内减去该比例。 */
    drop(share: number, at: Moment, span: Span): Curve;
    /** Multiplies for a while. 在一段时间内乘以该倍数。 */
    spike(factor: number, at: Moment, span: Span): Curve;
    /** Adds an amount from a time on, or for a while. 从某时起（或一段时间内）加上该值。 */
    shift(amount: number, at: Moment, span?: Span): Curve;
    /** No points for a while. 一段时间内没有数据点。 */
    gap(at: Moment, span: Span): Curve;
    /** No points before. 此前没有数据点。 */
    starts(at: Moment): Curve;
    /** No points from then on. 此后没有数据点。 */
    ends(at: Moment): Curve;
    /** Adds a number or another curve. 加上数字或另一曲线。 */
    plus(other: number | Curve): Curve;
    times(factor: number): Curve;
    clamp(min: number, max: number): Curve;
    /** A rising total of the values per second, as counters are. 按每秒速率累计为计数器。 */
    counter(): Curve;
    /** A counter starts again from zero. 计数器归零。 */
    reset(at: Moment): Curve;
  }

  /** Made-up series. 虚构的序列。 */
  export const gen: {
    constant(value: number): Curve;
    /** A sine: at its mean at midnight of the run's first day, highest a quarter later. 正弦波。 */
    wave(period: Span, mean: number, amplitude: number): Curve;
    /** Straight from one value to the other, over the run or over a stretch of it. 直线变化。 */
    ramp(from: number, to: number, at?: Moment, span?: Span): Curve;
    step(before: number, after: number, at: Moment): Curve;
    /** A counter that rises so much per second. 以该速率增长的计数器。 */
    counter(perSecond: number): Curve;
    /** Values one after the other from the start of the run on; null: no point. 从运行开始依次给出的值。 */
    values(values: (number | null)[], every: Span): Curve;
  };

  export interface MomentExpectation {
    between(from: Moment, to: Moment): void;
    at(time: Moment): void;
    after(time: Moment): void;
    before(time: Moment): void;
    never(): void;
  }
  export interface CountExpectation {
    toHaveLength(count: number): void;
    atLeast(count: number): void;
    atMost(count: number): void;
  }
  export interface WordExpectation<W extends string> {
    toBe(word: W): void;
  }

  /** What must happen. Labels mean every alert that has them. 期望发生的事。 */
  export interface Expect {
    firstFire(labels?: Labels): MomentExpectation;
    firstResolve(labels?: Labels): MomentExpectation;
    /** How many alerts fire. 触发的告警数。 */
    alerts(labels?: Labels): CountExpectation;
    noFire(labels?: Labels): void;
    /** One letter per slot: . quiet, P pending, F firing, R resolved. 每个时隙一个字母。 */
    states(labels: Labels, from: Moment, to: Moment): WordExpectation<string>;
    verdicts(labels: Labels, at: Moment): WordExpectation<"fire" | "clear" | "suppressed" | "unknown" | "none">;
    severity(labels?: Labels): WordExpectation<"critical" | "warning" | "info">;
    /** Slots fail, with a message that holds the text. 有时隙失败且消息包含该文本。 */
    failure(text: string): void;
  }

  export interface Test {
    series(metric: string, labels: Labels, curve: Curve, options?: { every?: Span; late?: Span }): void;
    /** Parameters of the rule for this check. 此检查使用的参数。 */
    params(values: { [name: string]: unknown }): void;
    /** How far the series reach back before the run. Default: 14d. 运行之前的历史长度，默认 14d。 */
    history(span: Span): void;
    /** "2026-03-02T00:00/36h": the rule is evaluated at all its slots in there. 运行区间。 */
    run(span: string): void;
    readonly expect: Expect;
  }

  /** Declares a check of a rule. 声明对规则的一次检查。 */
  export function check(rule: Rule, name: string, body: (t: Test) => void): void;
  /** The same as t.expect, within a check. 与 t.expect 相同。 */
  export const expect: Expect;
}
