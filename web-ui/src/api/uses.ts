// SPDX-License-Identifier: Apache-2.0
// What is said of a metric, how good its data are, where it is used and what it could feed.
import type { Text } from "./types";

export type MetricUse = {
  kind: "rule";
  id: string;
  title: Text;
  strength: "ASKED" | "NAMED" | "ALLOWED";
  through: string[];
  askedAt: string | null;
};
export type MetricFit = {
  rule: string;
  language: string;
  title: Text;
  reads: string;
  score: number;
  reasons: Record<string, string>;
};
export type MetricUses = { uses: MetricUse[]; fits: MetricFit[] };

export type MetricNote = { owners: string[]; tags: string[] };
export type MetricQuality = {
  series: number;
  silent: number;
  silentAfter: string;
  gaps: { looked: number; series: number; missing: number; interval: string | null };
  growth: { since: string; before: number; now: number } | null;
  unitMissing: boolean;
  descriptionMissing: boolean;
};
