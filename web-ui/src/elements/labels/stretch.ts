// SPDX-License-Identifier: Apache-2.0
import type { LabelledIncident } from "../../api/labels";
import type { Labels, Series } from "../../api/types";
import { seriesNames } from "../../format/text";
import { millisOf } from "../../format/time";

/** From the first moment to the last, epoch milliseconds. */
export type Stretch = { from: number; to: number };
/** What the keyboard chooses: `at` moves, `anchor` stays while it stretches. */
export type Cursor = { anchor: number; at: number };

const STEPS = 120;
const LEAST_STEP = 1_000;
const MANY = 10;
const MOST_SCOPES = 50;

const stepOf = (bounds: Stretch) => Math.max(LEAST_STEP, Math.round((bounds.to - bounds.from) / STEPS));

/** Where a key moves the cursor to; null: the key is none of these. The first one puts it at an end of the chart. */
export function moved(cursor: Cursor | null, key: string, isStretching: boolean, bounds: Stretch): Cursor | null {
  const target = targetOf(cursor?.at ?? null, key, bounds);
  if (target === null) return null;
  const at = Math.min(bounds.to, Math.max(bounds.from, target));
  return { anchor: isStretching && cursor !== null ? cursor.anchor : at, at };
}

function targetOf(at: number | null, key: string, bounds: Stretch): number | null {
  const step = stepOf(bounds);
  switch (key) {
    case "ArrowRight":
      return at === null ? bounds.from : at + step;
    case "ArrowLeft":
      return at === null ? bounds.to : at - step;
    case "PageDown":
      return (at ?? bounds.from) + MANY * step;
    case "PageUp":
      return (at ?? bounds.to) - MANY * step;
    case "Home":
      return bounds.from;
    case "End":
      return bounds.to;
    default:
      return null;
  }
}

/** What a cursor has chosen; one that was not stretched stands for one step. */
export function chosenBy(cursor: Cursor, bounds: Stretch): Stretch {
  const from = Math.min(cursor.anchor, cursor.at);
  const to = Math.max(cursor.anchor, cursor.at);
  if (to > from) return { from, to };
  const end = Math.min(bounds.to, from + stepOf(bounds));
  return end > from ? { from, to: end } : { from: Math.max(bounds.from, from - stepOf(bounds)), to: from };
}

/** Two ends of a drag in order, whole, and within the chart. */
export function within(from: number, to: number, bounds: Stretch): Stretch {
  const inside = (time: number) => Math.round(Math.min(bounds.to, Math.max(bounds.from, time)));
  return { from: inside(Math.min(from, to)), to: inside(Math.max(from, to)) };
}

/** Whether an incident speaks of one of the series; what a series was summed up over does not tell. */
export function concerns(incident: Pick<LabelledIncident, "labels">, series: Pick<Series, "labels">[], fixed: Labels): boolean {
  const wanted = Object.entries(incident.labels);
  return series.some((one) => {
    const labels: Labels = { ...fixed, ...one.labels };
    return wanted.every(([name, value]) => labels[name] === undefined || labels[name] === value);
  });
}

/** Whether an incident lies, at least in part, on the chart. */
export const isOn = (incident: Pick<LabelledIncident, "from" | "to">, bounds: Stretch) =>
  millisOf(incident.to) >= bounds.from && millisOf(incident.from) <= bounds.to;

/** Of which series a label can speak: all that are drawn, or one of them; `fixed` holds for each. */
export type Scope = { name: string | null; labels: Labels };

export function scopesOf(series: Series[], fixed: Labels): Scope[] {
  const [only] = series;
  if (only !== undefined && series.length === 1) return [{ name: null, labels: { ...fixed, ...only.labels } }];
  const names = seriesNames(series);
  const each = series.slice(0, MOST_SCOPES).map((one, index) => ({ name: names[index] ?? "", labels: { ...fixed, ...one.labels } }));
  return [{ name: null, labels: fixed }, ...each];
}
