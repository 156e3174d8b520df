// SPDX-License-Identifier: Apache-2.0
// The only door to ECharts: what the charts of Sextant use, and nothing else, ends up in the bundle.
import { LineChart } from "echarts/charts";
import {
  AriaComponent, GridComponent, MarkAreaComponent, TooltipComponent,
} from "echarts/components";
import { type ECharts, init, use as register } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

register([
  LineChart, GridComponent, TooltipComponent, MarkAreaComponent, AriaComponent, CanvasRenderer,
]);

export { init };
export type { ECharts };
