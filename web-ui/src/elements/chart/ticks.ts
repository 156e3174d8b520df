// SPDX-License-Identifier: Apache-2.0

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 15 * SECOND, 30 * SECOND,
  MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE,
  HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY,
];
const PIXELS_PER_LABEL = 72;

const two = (value: number) => String(value).padStart(2, "0");

/** Round local times between two instants, as many as their labels have room for. */
export function timeTicks(from: number, to: number, width: number): number[] {
  if (!(to > from) || width <= 0) return [];
  const wanted = (to - from) / Math.max(1, Math.floor(width / PIXELS_PER_LABEL));
  const step = STEPS.find((one) => one >= wanted) ?? wanted;
  const offset = new Date(from).getTimezoneOffset() * MINUTE;
  const ticks: number[] = [];
  for (let at = Math.ceil((from - offset) / step) * step + offset; at <= to; at += step) ticks.push(at);
  return ticks;
}

/** 14:05, with seconds where ticks are closer than a minute; the day where a day begins. */
export function timeLabel(time: number, ticks: number[]): string {
  const date = new Date(time);
  const step = (ticks[1] ?? time + MINUTE) - (ticks[0] ?? time);
  if (date.getHours() + date.getMinutes() + date.getSeconds() === 0) {
    return `${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  }
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}`;
  return step < MINUTE ? `${clock}:${two(date.getSeconds())}` : clock;
}
