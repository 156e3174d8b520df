// SPDX-License-Identifier: Apache-2.0
import type { Labels, Text } from "../api/types";

/** The reader's language of a text, else English, else any. */
export function localized(text: Text | null | undefined, language: string): string {
  if (text === null || text === undefined) return "";
  if (typeof text === "string") return text;
  const wanted = language.startsWith("zh") ? text.zh : text.en;
  return wanted ?? text.en ?? text.zh ?? "";
}

/** Labels in one line: host=alpha core=3. */
export function labelLine(labels: Labels): string {
  return Object.entries(labels)
    .filter(([name]) => !name.startsWith("__"))
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");
}

/** The labels that tell these series apart; all of them when there is one series. */
export function seriesNames(series: { name?: string; labels: Labels; metric?: string }[]): string[] {
  const names = new Set(series.flatMap((one) => Object.keys(one.labels)));
  const telling = [...names].filter((name) => new Set(series.map((one) => one.labels[name])).size > 1);
  const shown = telling.length > 0 ? telling : [...names];
  return series.map((one) => {
    const values = shown.map((name) => one.labels[name]).filter((value) => value !== undefined);
    return values.length > 0 ? values.join(" · ") : (one.name ?? one.metric ?? "");
  });
}

const PLAIN_ID = /^[a-z][a-z0-9-]{1,62}$/;

export function isPlainId(text: string): boolean {
  return PLAIN_ID.test(text);
}
