// SPDX-License-Identifier: Apache-2.0

const two = (value: number) => String(value).padStart(2, "0");

export function millisOf(time: string | number): number {
  return typeof time === "number" ? time : Date.parse(time);
}

/** 14:03:09, with the day in front when it is not today. */
export function formatTime(time: string | number | null | undefined, now: number = Date.now()): string {
  if (time === null || time === undefined) return "–";
  const date = new Date(millisOf(time));
  if (Number.isNaN(date.getTime())) return "–";
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return new Date(now).toDateString() === date.toDateString() ? clock : `${formatDay(date)} ${clock}`;
}

function formatDay(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A time as fields have it: 2026-11-22 03:10, by the reader's clock; empty when there is none. */
export function fieldText(time: string | null): string {
  const date = time === null ? null : new Date(time);
  if (date === null || Number.isNaN(date.getTime())) return "";
  return `${formatDay(date)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

const FIELD = /^(\d{4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{2})$/;

/** What stands in such a field as a time; null when nothing, or no time, stands there. */
export function fieldTime(text: string): string | null {
  const [, ...parts] = FIELD.exec(text.trim()) ?? [];
  const [year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN] = parts.map(Number);
  const date = new Date(year, month - 1, day, hour, minute);
  const isReal = date.getMonth() === month - 1 && date.getDate() === day && hour < 24 && minute < 60;
  return isReal ? date.toISOString() : null;
}

/** How long, in at most two parts: 42s, 3m 5s, 2h 10m, 4d 1h. */
export function formatSpan(millis: number): string {
  const seconds = Math.max(0, Math.round(millis / 1000));
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3600) return join(Math.floor(seconds / 60), "m", seconds % 60, "s");
  if (seconds < 86_400) return join(Math.floor(seconds / 3600), "h", Math.floor((seconds % 3600) / 60), "m");
  return join(Math.floor(seconds / 86_400), "d", Math.floor((seconds % 86_400) / 3600), "h");
}

function join(first: number, firstUnit: string, second: number, secondUnit: string): string {
  return second === 0 ? `${first}${firstUnit}` : `${first}${firstUnit} ${second}${secondUnit}`;
}

export function spanSince(time: string | number | null | undefined, now: number = Date.now()): string {
  return time === null || time === undefined ? "–" : formatSpan(now - millisOf(time));
}
