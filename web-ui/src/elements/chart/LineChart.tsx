// SPDX-License-Identifier: Apache-2.0
import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef } from "react";
import classes from "./Chart.module.css";
import { follow, point } from "./crosshair";
import { type ECharts, init } from "./echarts";
import { type ChartData, chartOption } from "./options";

export type LineChartProps = ChartData & {
  height: number;
  group?: string | undefined;
  onDrag?: ((from: number, to: number) => void) | undefined;
};

/** Lines over time on a canvas; a stretch of time is chosen by dragging, one cross-hair per group. */
export default function LineChart({ height, group, onDrag, ...data }: LineChartProps) {
  const scheme = useComputedColorScheme("dark");
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const dragged = useRef(onDrag);

  useEffect(() => {
    dragged.current = onDrag;
  }, [onDrag]);

  useEffect(() => {
    if (!canvas.current || !frame.current) return undefined;
    const drawn = init(canvas.current);
    chart.current = drawn;
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(canvas.current);
    const endDrag = chooseByDrag(drawn, frame.current, dragged);
    return () => {
      endDrag();
      observer.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    if (!group || !chart.current || !frame.current) return undefined;
    return shareCrosshair(chart.current, frame.current, group);
  }, [group]);

  useEffect(() => {
    const drawn = chart.current;
    drawn?.setOption(chartOption(data, scheme, drawn.getWidth()), { notMerge: true, lazyUpdate: true });
  });

  return (
    <div ref={frame} className={classes.frame} style={{ height }}>
      <div ref={canvas} className={classes.canvas} />
      <div className={classes.hair} data-part="hair" />
      <div className={classes.selection} data-part="selection" />
    </div>
  );
}

function part(frame: HTMLElement, name: string): HTMLElement | null {
  return frame.querySelector(`[data-part="${name}"]`);
}

function shareCrosshair(chart: ECharts, frame: HTMLElement, group: string): () => void {
  const hair = part(frame, "hair");
  const announce = (event: unknown) => {
    const info = (event as { axesInfo?: { value: number }[] }).axesInfo?.[0];
    point(group, { source: chart, time: info?.value ?? null });
  };
  const leave = () => point(group, { source: chart, time: null });
  chart.on("updateAxisPointer", announce);
  chart.getZr().on("globalout", leave);
  const stop = follow(group, ({ source, time }) => {
    if (!hair) return;
    const x = time === null || source === chart ? NaN : chart.convertToPixel({ xAxisIndex: 0 }, time);
    const isInside = Number.isFinite(x) && x >= 0 && x <= chart.getWidth();
    hair.style.display = isInside ? "block" : "none";
    hair.style.left = `${x}px`;
  });
  return () => {
    stop();
    if (!chart.isDisposed()) {
      chart.off("updateAxisPointer", announce);
      chart.getZr().off("globalout", leave);
    }
  };
}

const LEAST_DRAG_PIXELS = 6;

function chooseByDrag(
  chart: ECharts,
  frame: HTMLElement,
  chosen: { current: ((from: number, to: number) => void) | undefined },
): () => void {
  const selection = part(frame, "selection");
  let start: number | null = null;
  const down = (event: { offsetX: number; offsetY: number }) => {
    if (chosen.current && chart.containPixel("grid", [event.offsetX, event.offsetY])) start = event.offsetX;
  };
  const move = (event: { offsetX: number }) => {
    if (start === null || !selection) return;
    selection.style.display = "block";
    selection.style.left = `${Math.min(start, event.offsetX)}px`;
    selection.style.width = `${Math.abs(event.offsetX - start)}px`;
  };
  const up = (event: { offsetX: number }) => {
    if (selection) selection.style.display = "none";
    if (start === null) return;
    const [left, right] = [Math.min(start, event.offsetX), Math.max(start, event.offsetX)];
    start = null;
    if (right - left < LEAST_DRAG_PIXELS) return;
    chosen.current?.(chart.convertFromPixel({ xAxisIndex: 0 }, left), chart.convertFromPixel({ xAxisIndex: 0 }, right));
  };
  const release = () => {
    start = null;
    if (selection) selection.style.display = "none";
  };
  const renderer = chart.getZr();
  renderer.on("mousedown", down);
  renderer.on("mousemove", move);
  renderer.on("mouseup", up);
  window.addEventListener("blur", release);
  return () => window.removeEventListener("blur", release);
}
