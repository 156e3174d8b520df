// SPDX-License-Identifier: Apache-2.0

/** A stretch of time: the last so-and-so-long, or from one instant to another (epoch ms). */
export type TimeRange = { kind: "last"; last: string } | { kind: "between"; from: number; to: number };

export const PRESETS = ["5m", "15m", "1h", "3h", "6h", "12h", "1d", "3d", "7d"] as const;
export const DEFAULT_RANGE: TimeRange = { kind: "last", last: "1h" };

const UNITS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const STEPS = ["10s", "15s", "30s", "1m", "2m", "5m", "10m", "15m", "30m", "1h", "2h", "6h", "12h", "1d"];

/** "1h30m" → milliseconds; null when the text is not a duration. */
export function parseDuration(text: string): number | null {
  const trimmed = text.trim();
  if (!/^(\d+(\.\d+)?(ms|[smhdw]))+$/.test(trimmed)) return null;
  let total = 0;
  for (const part of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])/g)) {
    total += Number(part[1]) * (UNITS[part[2] ?? ""] ?? 0);
  }
  return total > 0 ? total : null;
}

export function isDuration(text: string): boolean {
  return parseDuration(text) !== null || /^0(ms|[smhdw])$/.test(text.trim());
}

/** The range in an address: ?last=6h, or ?from=…&to=… in epoch ms; anything else is the default. */
export function rangeOf(search: URLSearchParams, fallback: TimeRange = DEFAULT_RANGE): TimeRange {
  const from = Number(search.get("from"));
  const to = Number(search.get("to"));
  if (Number.isFinite(from) && Number.isFinite(to) && from > 0 && to > from) return { kind: "between", from, to };
  const last = search.get("last");
  return last !== null && parseDuration(last) !== null ? { kind: "last", last } : fallback;
}

export function withRange(search: URLSearchParams, range: TimeRange): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const name of ["last", "from", "to"]) next.delete(name);
  if (range.kind === "last") {
    next.set("last", range.last);
  } else {
    next.set("from", String(Math.round(range.from)));
    next.set("to", String(Math.round(range.to)));
  }
  return next;
}

export function lengthOf(range: TimeRange): number {
  return range.kind === "last" ? (parseDuration(range.last) ?? 3_600_000) : range.to - range.from;
}

/** Aggregates over two points or more need buckets that hold some, whatever the interval of the samples. */
const OVER_POINTS = ["rate", "increase", "delta", "stddev"];

/** The step that draws a range with about `points` points. */
export function stepFor(range: TimeRange, aggregate?: string | null, points = 240): string {
  const least = OVER_POINTS.includes(aggregate ?? "") ? 60_000 : 0;
  const wanted = Math.max(least, lengthOf(range) / points);
  return STEPS.find((step) => (parseDuration(step) ?? 0) >= wanted) ?? "1d";
}

/** What of a query stands for the range. */
export function rangeQuery(range: TimeRange): { last: string } | { from: number; to: number } {
  return range.kind === "last" ? { last: range.last } : { from: Math.round(range.from), to: Math.round(range.to) };
}
