// SPDX-License-Identifier: Apache-2.0
// Where a metric is used and what it could feed, as /api/v1/metrics/{name}/uses says it.
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
