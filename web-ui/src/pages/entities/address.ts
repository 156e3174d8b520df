// SPDX-License-Identifier: Apache-2.0

/** Where an entity has its page, at the time that is looked at. */
export function entityPath(id: string, asOf: string | null): string {
  const query = asOf === null ? "" : `?${new URLSearchParams({ asOf }).toString()}`;
  return `/entities/${encodeURIComponent(id)}${query}`;
}

/** The labels in an id such as `pod:namespace=shop,pod=cart`. */
export function labelsIn(id: string): Record<string, string> {
  const pairs = id.slice(id.indexOf(":") + 1).split(",");
  return Object.fromEntries(pairs.map((pair) => [decoded(pair.slice(0, pair.indexOf("="))), decoded(pair.slice(pair.indexOf("=") + 1))]));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("~", "%"));
  } catch {
    return text;
  }
}

/** The labels that a line such as `namespace=shop pod=cart` says; null when a part of it is no label. */
export function labelsOf(line: string): Record<string, string> | null {
  const parts = line.trim().split(/\s+/).filter(Boolean);
  const pairs = parts.map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)] as const);
  const isGood = parts.every((part) => part.indexOf("=") > 0 && part.indexOf("=") < part.length - 1);
  return parts.length === 0 || !isGood ? null : Object.fromEntries(pairs);
}
