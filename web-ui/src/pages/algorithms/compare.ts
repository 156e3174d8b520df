// SPDX-License-Identifier: Apache-2.0
import type { Algorithm } from "../../api/algorithms";
import type { ComparedMethod } from "../../api/labels";
import type { Query } from "../../api/types";
import { stepFor } from "../../format/range";

export const RANGES = ["6h", "1d", "3d", "7d", "14d", "30d"] as const;
/** As many as the server compares at a time. */
export const MOST_METHODS = 10;
const USUAL = ["anomaly.auto", "anomaly.robustZ", "anomaly.ewma", "anomaly.seasonalEsd"];
const POINTS = 1_500;

/** What the page asks, as it stands in the address. */
export type Asked = { metric: string; last: string; methods: string[] };

/** The detectors as they are asked for: one's own that has no stable version by its newest number. */
export function comparable(algorithms: Algorithm[]): string[] {
  const detectors = algorithms.filter((one) => one.kind === "anomaly");
  const names = detectors.map((one) => (one.origin === "own" && (one.stable ?? null) === null ? `${one.name}@${one.version}` : one.name));
  return [...names.filter((name) => name.startsWith("own/")), ...names.filter((name) => !name.startsWith("own/"))];
}

/** Without a choice: some that everybody knows, and one's own. */
export function askedOf(search: URLSearchParams, known: string[]): Asked {
  const last = RANGES.find((one) => one === search.get("last")) ?? "1d";
  const usual = known.filter((name) => name.startsWith("own/") || USUAL.includes(name)).slice(0, MOST_METHODS);
  const methods = search.has("methods") ? (search.get("methods") ?? "").split(",").filter(Boolean).slice(0, MOST_METHODS) : usual;
  return { metric: search.get("metric") ?? "", last, methods };
}

export function withAsked(asked: Asked): URLSearchParams {
  return new URLSearchParams({ metric: asked.metric, last: asked.last, methods: asked.methods.join(",") });
}

/** Each series by itself, in as many points as a detector needs to learn from. */
export function queryOf({ metric, last }: Asked): Query {
  return { metric, last, step: stepFor({ kind: "last", last }, null, POINTS) };
}

/** By F1, then by delay; what has no figures comes last. */
export function bestFirst(items: ComparedMethod[]): ComparedMethod[] {
  const rank = (row: ComparedMethod) => row.figures?.f1 ?? -1;
  return items.toSorted((left, right) => rank(right) - rank(left)
    || (left.figures?.delaySeconds ?? 0) - (right.figures?.delaySeconds ?? 0));
}
