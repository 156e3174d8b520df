// SPDX-License-Identifier: Apache-2.0

const two = (value: number) => String(value).padStart(2, "0");

/** Where an entity has its page, at the time that is looked at. */
export function entityPath(id: string, asOf: string | null): string {
  const query = asOf === null ? "" : `?${new URLSearchParams({ asOf }).toString()}`;
  return `/entities/${encodeURIComponent(id)}${query}`;
}

/** A time as the browser's own field wants it: the reader's clock, without a zone; empty when there is none. */
export function fieldText(time: string | null): string {
  const date = time === null ? null : new Date(time);
  if (date === null || Number.isNaN(date.getTime())) return "";
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** What stands in such a field as a time; null when nothing, or no time, stands there. */
export function fieldTime(text: string): string | null {
  const date = new Date(text);
  return text === "" || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** The labels that a line such as `namespace=shop pod=cart` says; null when a part of it is no label. */
export function labelsOf(line: string): Record<string, string> | null {
  const parts = line.trim().split(/\s+/).filter(Boolean);
  const pairs = parts.map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)] as const);
  const isGood = parts.every((part) => part.indexOf("=") > 0 && part.indexOf("=") < part.length - 1);
  return parts.length === 0 || !isGood ? null : Object.fromEntries(pairs);
}
