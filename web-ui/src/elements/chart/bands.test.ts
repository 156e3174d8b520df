// SPDX-License-Identifier: Apache-2.0
import { LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, MarkAreaComponent, TooltipComponent } from "echarts/components";
import { init, use as register } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { expect, test } from "vitest";
import { chartOption } from "./options";

register([LineChart, GridComponent, TooltipComponent, AriaComponent, MarkAreaComponent, SVGRenderer]);

const band = { name: "usual", times: [1000, 2000, 3000], lower: [-1, 4, null], upper: [3, 7, 4] };
const series = [{ name: "a", metric: "m", labels: {}, times: [1000, 2000, 3000], values: [0, 5, 1] }];
const option = chartOption({ title: "t", unit: null, series, bands: [band] }, "dark", 600);

test("a band has the color of its series, and no name in the tooltip", () => {
  const [own, lower, height] = option.series as { name: string; color: string }[];
  expect(height?.color).toBe(own?.color);
  expect(lower?.name.startsWith("\u0000")).toBe(true);
  expect(height?.name.startsWith("\u0000")).toBe(true);
});

test("a band is drawn from its lower to its upper border, where its values lie", () => {
  const chart = init(null, null, { renderer: "svg", ssr: true, width: 600, height: 200 });
  chart.setOption(option);

  const drawn = (place: number) => {
    const all = chart as unknown as { getModel(): { getSeriesByIndex(index: number): { getData(): Drawn } } };
    return [...all.getModel().getSeriesByIndex(place).getData().getLayout("points")];
  };
  const at = (time: number, value: number) => chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [time, value]);
  expect(rounded(drawn(1).slice(0, 4))).toEqual(rounded([...at(1000, -1), ...at(2000, 4)]));
  expect(rounded(drawn(2).slice(0, 4))).toEqual(rounded([...at(1000, 3), ...at(2000, 7)]));
  chart.dispose();
});

type Drawn = { getLayout(name: string): Float32Array };
const rounded = (pixels: number[]) => pixels.map((pixel) => Math.round(pixel));
