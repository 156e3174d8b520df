// SPDX-License-Identifier: Apache-2.0

/** A range over time, such as where values usually lie. */
export type Band = { name: string; times: number[]; lower: (number | null)[]; upper: (number | null)[] };

/** The beginning of names of series that carry a drawing and no data; no series of data begins so. */
export const UNNAMED = "\u0000";

/**
 * Two series that stand on one another: the lower border, not drawn, and the height of the band, filled. Their points say
 * the value before the time: of two axes of values ECharts stacks along the one that it finds first.
 */
export function bandSeries(band: Band, index: number, color: string) {
  const common = {
    type: "line",
    color,
    encode: { x: 1, y: 0 },
    stack: `band ${index}`,
    stackStrategy: "all",
    showSymbol: false,
    silent: true,
    lineStyle: { opacity: 0 },
    emphasis: { disabled: true },
  };
  const height = band.times.map((_, at) => heightAt(band, at));
  return [
    { ...common, name: `${UNNAMED}lower`, data: band.times.map((time, at) => [band.lower[at] ?? null, time]) },
    {
      ...common,
      name: `${UNNAMED}upper`,
      data: band.times.map((time, at) => [height[at] ?? null, time]),
      areaStyle: { opacity: 0.16 },
    },
  ];
}

function heightAt(band: Band, at: number): number | null {
  const lower = band.lower[at];
  const upper = band.upper[at];
  return lower === null || lower === undefined || upper === null || upper === undefined ? null : upper - lower;
}
