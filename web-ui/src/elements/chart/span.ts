// SPDX-License-Identifier: Apache-2.0
import type { Series } from "../../api/types";
import { lengthOf, type TimeRange } from "../../format/range";

/**
 * The stretch of the time axis: the asked range, but from the first point on when the data are younger than most of
 * it, so that the first minutes of a fresh installation are not a sliver at the right edge.
 */
export function spanOf(range: TimeRange, series: Series[], now = Date.now()): { from?: number; to?: number } {
  const to = range.kind === "last" ? now : range.to;
  const from = range.kind === "last" ? now - lengthOf(range) : range.from;
  const first = Math.min(...series.map((one) => one.times[0] ?? Infinity));
  if (!Number.isFinite(first)) return { from, to };
  return range.kind === "last" && first - from > 0.3 * (to - from) ? { from: first, to } : { from, to };
}
