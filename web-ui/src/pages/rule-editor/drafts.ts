// SPDX-License-Identifier: Apache-2.0
import type { Parameters } from "../../api/types";

export type Draft = { source: string; tests: string; parameters: Parameters; enabled: boolean };
type Stored = Draft & { version: number };

const PREFIX = "sextant.draft.";

/** Unsaved work survives a sign-in in between and a reload; it belongs to the version that it started from. */
export function readDraft(key: string, version: number): Draft | null {
  try {
    const stored = JSON.parse(sessionStorage.getItem(PREFIX + key) ?? "null") as Stored | null;
    return stored?.version === version
      ? { source: stored.source, tests: stored.tests ?? "", parameters: stored.parameters, enabled: stored.enabled } : null;
  } catch {
    return null;
  }
}

export function writeDraft(key: string, version: number, draft: Draft): void {
  sessionStorage.setItem(PREFIX + key, JSON.stringify({ ...draft, version }));
}

export function dropDraft(key: string): void {
  sessionStorage.removeItem(PREFIX + key);
}

export function isSameDraft(a: Draft, b: Draft): boolean {
  return a.source === b.source && a.tests === b.tests && a.enabled === b.enabled
    && JSON.stringify(sorted(a.parameters)) === JSON.stringify(sorted(b.parameters));
}

function sorted(parameters: Parameters): [string, unknown][] {
  return Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
}
