// SPDX-License-Identifier: Apache-2.0
import type { Series } from "../../api/types";
import { seriesNames } from "../../format/text";
import { formatTime } from "../../format/time";
import { formatValue } from "../../format/units";
import { SERIES_COLORS } from "../../theme";
import { type Band, bandSeries, UNNAMED } from "./bands";
import { timeLabel, timeTicks } from "./ticks";

/** A stretch of time to point at: what is wrong, what somebody said was an incident or noise, what is just being chosen. */
export type Area = { from: number; to: number; tone?: "wrong" | "useful" | "noise" | "chosen" };

export type ChartData = {
  /** Read out by screen readers. */
  title: string;
  unit: string | null;
  series: Series[];
  lines?: { value: number; name?: string | null }[];
  areas?: Area[];
  bands?: Band[];
  from?: number;
  to?: number;
  min?: number;
  max?: number;
};

export type Scheme = "dark" | "light";
const INK = {
  dark: { text: "#9aa0b2", line: "#1f2330", pointer: "#5f667d", panel: "#161925", strong: "#eceef4" },
  light: { text: "#5b6274", line: "#e6e8ee", pointer: "#9aa0b2", panel: "#ffffff", strong: "#14161f" },
};
const CRITICAL = "#e5484d";
const AREAS = {
  wrong: { color: CRITICAL, opacity: 0.14 },
  useful: { color: "#f5a524", opacity: 0.2 },
  noise: { color: "#8b91a5", opacity: 0.22 },
  chosen: { color: "#5b5bd6", opacity: 0.34 },
};
/** The name of limits among the series; no series of data has it. */
const LIMIT = `${UNNAMED}limit`;
const FONT = '"Inter Variable", Inter, "Noto Sans SC", "Noto Sans CJK SC", sans-serif';
const MOST_IN_TOOLTIP = 12;

export const colorAt = (index: number) => SERIES_COLORS[index % SERIES_COLORS.length] ?? "#6b73f2";

/** What ECharts draws: data only; the one function in it makes a tooltip out of text nodes, never out of HTML. */
export function chartOption(data: ChartData, scheme: Scheme, width: number) {
  const ink = INK[scheme];
  const scale = byteScale(data) ?? shareScale(data);
  const [from, to] = axisSpan(data);
  const ticks = timeTicks(from, to, width);
  const names = seriesNames(data.series);
  return {
    animation: false,
    aria: { enabled: true, label: { description: spokenSummary(data, names) } },
    textStyle: { fontFamily: FONT },
    grid: { left: 4, right: 12, top: 12, bottom: 2, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    tooltip: {
      trigger: "axis",
      confine: true,
      transitionDuration: 0,
      backgroundColor: ink.panel,
      borderColor: ink.line,
      padding: [8, 10],
      textStyle: { color: ink.strong, fontSize: 12 },
      extraCssText: "box-shadow:none;border-radius:8px",
      axisPointer: { type: "line", lineStyle: { color: ink.pointer, width: 1, type: "solid" } },
      formatter: (points: unknown) => tooltip(points as TooltipPoint[], data.unit),
    },
    xAxis: {
      // Not "time": that axis chooses its own labels, and they run into each other on a phone.
      type: "value",
      min: from,
      max: to,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        color: ink.text,
        fontSize: 11,
        hideOverlap: true,
        margin: 10,
        customValues: ticks,
        formatter: (time: number) => timeLabel(time, ticks),
      },
    },
    yAxis: {
      type: "value",
      scale: data.min === undefined && data.max === undefined,
      ...(data.min === undefined ? {} : { min: data.min }),
      ...(data.max === undefined ? {} : { max: data.max }),
      ...(data.min === 0 && data.max === 1 ? { interval: 0.25 } : { splitNumber: LINES }),
      ...scale,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: ink.line, width: 1 } },
      axisLabel: { color: ink.text, fontSize: 11, formatter: (value: number) => formatValue(value, data.unit) },
    },
    series: [
      ...data.series.map((one, index) => line(one, names[index] ?? "", index, data)),
      ...(data.bands ?? []).flatMap((band, index) => bandSeries(band, index, colorAt(index))),
      ...(data.lines ?? []).map((one) => limit(one.value, from, to)),
    ],
  };
}

/** From where to where the time axis goes. */
export function axisSpan(data: Pick<ChartData, "series" | "bands" | "from" | "to">): [number, number] {
  const drawn = [...data.series, ...(data.bands ?? [])];
  const times = drawn.flatMap((one) => [one.times[0] ?? Infinity, one.times.at(-1) ?? -Infinity]);
  return [data.from ?? Math.min(...times), data.to ?? Math.max(...times)];
}

const KIBI = 1024;
const LINES = 4;
const ROUND = [1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 250, 500, KIBI];

const WHOLE = { min: 0, max: 1, interval: 0.25 };
const NEAR_WHOLE = 0.5;

/** A share that comes near the whole is shown against it, not against 120 %. */
function shareScale(data: ChartData): { min: number; max: number; interval: number } | null {
  if (data.unit !== "ratio" || data.min !== undefined || data.max !== undefined) return null;
  const values = data.series.flatMap((one) => one.values).concat((data.lines ?? []).map((one) => one.value));
  const known = values.filter((value): value is number => value !== null);
  const most = known.reduce((max, value) => Math.max(max, value), 0);
  const least = known.reduce((min, value) => Math.min(min, value), 0);
  return least >= 0 && most <= 1 && most > NEAR_WHOLE ? WHOLE : null;
}

/** Bytes are round in powers of two, not of ten. */
function byteScale(data: ChartData): { min: number; max: number; interval: number } | null {
  if (!/^(bytes?|by)(\/s)?$/i.test(data.unit ?? "")) return null;
  let most = 0;
  for (const one of data.series) for (const value of one.values) most = Math.max(most, value ?? 0);
  if (most <= 0) return null;
  const wanted = most / LINES;
  const scale = KIBI ** Math.max(0, Math.floor(Math.log(wanted) / Math.log(KIBI)));
  const interval = (ROUND.find((round) => round * scale >= wanted) ?? KIBI) * scale;
  return { min: 0, max: Math.ceil(most / interval) * interval, interval };
}

function line(series: Series, name: string, index: number, data: ChartData) {
  const color = colorAt(index);
  const marks = index === 0 ? { markArea: areas(data.areas ?? []) } : {};
  return {
    type: "line",
    name,
    color,
    data: series.times.map((time, at) => [time, series.values[at] ?? null]),
    showSymbol: series.times.length === 1,
    symbolSize: 5,
    sampling: "lttb",
    connectNulls: false,
    lineStyle: { width: 1.4 },
    areaStyle: { opacity: data.series.length <= 3 ? 0.08 : 0 },
    emphasis: { disabled: true },
    ...marks,
  };
}

/** A limit is a series too, so that the value axis always reaches it. */
function limit(value: number, from: number, to: number) {
  return {
    type: "line",
    name: LIMIT,
    color: CRITICAL,
    data: [[from, value], [to, value]],
    showSymbol: false,
    silent: true,
    lineStyle: { type: [4, 4], width: 1.2, opacity: 0.9 },
    emphasis: { disabled: true },
  };
}

function areas(spans: Area[]) {
  return {
    silent: true,
    data: spans.map((span) => [{ xAxis: span.from, itemStyle: AREAS[span.tone ?? "wrong"] }, { xAxis: span.to }]),
  };
}

type TooltipPoint = { seriesName: string; color: string; value: [number, number | null] };

function tooltip(points: TooltipPoint[], unit: string | null): HTMLElement {
  const box = document.createElement("div");
  const head = document.createElement("div");
  head.textContent = formatTime(points[0]?.value[0] ?? null);
  head.style.cssText = "opacity:.7;margin-bottom:4px";
  box.append(head);
  const known = points.filter((point) => point.value[1] !== null && !point.seriesName.startsWith(UNNAMED));
  known.sort((a, b) => (b.value[1] ?? 0) - (a.value[1] ?? 0));
  for (const point of known.slice(0, MOST_IN_TOOLTIP)) box.append(tooltipRow(point, unit));
  if (known.length > MOST_IN_TOOLTIP) {
    const more = document.createElement("div");
    more.textContent = `+${known.length - MOST_IN_TOOLTIP}`;
    box.append(more);
  }
  return box;
}

function tooltipRow(point: TooltipPoint, unit: string | null): HTMLElement {
  const row = document.createElement("div");
  row.style.cssText = "display:flex;align-items:center;gap:8px;line-height:1.6";
  const dot = document.createElement("span");
  dot.style.cssText = `width:8px;height:8px;border-radius:50%;background:${point.color}`;
  const name = document.createElement("span");
  name.textContent = point.seriesName;
  name.style.cssText = "flex:1;max-width:36ch;overflow:hidden;text-overflow:ellipsis";
  const value = document.createElement("strong");
  value.textContent = formatValue(point.value[1], unit);
  row.append(dot, name, value);
  return row;
}

export function lastValue(series: Series): number | null {
  for (let at = series.values.length - 1; at >= 0; at -= 1) {
    const value = series.values[at];
    if (value !== null && value !== undefined) return value;
  }
  return null;
}

function spokenSummary(data: ChartData, names: string[]): string {
  const parts = data.series.slice(0, 5).map((one, index) => {
    return `${names[index] ?? ""} ${formatValue(lastValue(one), data.unit)}`;
  });
  return [data.title, ...parts].join("; ");
}
