// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { chartOption } from "./options";

const band = { name: "usual", times: [1, 2], lower: [-1, null], upper: [3, 4] };

test("a band is its lower border and its height, in the color of its series, and has no name in the tooltip", () => {
  const series = [{ name: "a", metric: "m", labels: {}, times: [1, 2], values: [0, 1] }];
  const option = chartOption({ title: "t", unit: null, series, bands: [band] }, "dark", 600);

  const [own, lower, height] = option.series as { name: string; color: string; data: unknown[] }[];
  expect(lower?.data).toEqual([[1, -1], [2, null]]);
  expect(height?.data).toEqual([[1, 4], [2, null]]);
  expect(height?.color).toBe(own?.color);
  expect(height?.name.startsWith("\u0000")).toBe(true);
});
