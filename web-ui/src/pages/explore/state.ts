// SPDX-License-Identifier: Apache-2.0
import type { Matcher, Query } from "../../api/types";
import { rangeOf, rangeQuery, stepFor } from "../../format/range";

export const AGGREGATES = ["avg", "sum", "min", "max", "count", "last", "stddev", "rate", "increase", "delta"] as const;

/** What the page asks, as it stands in the address. */
export type Asked = {
  metric: string | null;
  by: string[];
  aggregate: string | null;
  where: { label: string; value: string }[];
};

export function askedOf(search: URLSearchParams): Asked {
  const aggregate = search.get("agg");
  return {
    metric: search.get("metric"),
    by: (search.get("by") ?? "").split(",").filter(Boolean),
    aggregate: AGGREGATES.find((one) => one === aggregate) ?? null,
    where: search.getAll("where").flatMap((text) => {
      const at = text.indexOf("=");
      return at > 0 ? [{ label: text.slice(0, at), value: text.slice(at + 1) }] : [];
    }),
  };
}

export function withAsked(search: URLSearchParams, change: Partial<Asked>): URLSearchParams {
  const asked = { ...askedOf(search), ...change };
  const next = new URLSearchParams(search);
  for (const name of ["metric", "by", "agg", "where"]) next.delete(name);
  if (asked.metric) next.set("metric", asked.metric);
  if (asked.by.length > 0) next.set("by", asked.by.join(","));
  if (asked.aggregate) next.set("agg", asked.aggregate);
  for (const { label, value } of asked.where) next.append("where", `${label}=${value}`);
  return next;
}

/** Counters are looked at as rates unless somebody says otherwise. */
export function aggregateFor(asked: Asked, type: string | undefined): string {
  return asked.aggregate ?? (type === "counter" ? "rate" : "avg");
}

export function queryOf(search: URLSearchParams, type: string | undefined): Query | null {
  const asked = askedOf(search);
  if (!asked.metric) return null;
  const range = rangeOf(search);
  return {
    metric: asked.metric,
    ...(asked.where.length > 0 ? { where: matchers(asked.where) } : {}),
    ...(asked.by.length > 0 ? { by: asked.by } : {}),
    aggregate: aggregateFor(asked, type),
    step: stepFor(range, aggregateFor(asked, type)),
    ...rangeQuery(range),
  };
}

function matchers(where: { label: string; value: string }[]): Record<string, Matcher> {
  const values = new Map<string, string[]>();
  for (const { label, value } of where) values.set(label, [...(values.get(label) ?? []), value]);
  return Object.fromEntries([...values].map(([label, all]) => [label, all.length === 1 ? (all[0] ?? "") : all]));
}
