// SPDX-License-Identifier: Apache-2.0
// Where data come from: pages that are scraped, sources that are asked, and their secrets.
import type { Labels } from "./types";

export type TargetSpec = {
  name: string;
  url: string;
  labels?: Labels;
  interval?: string;
  timeout?: string;
  honorLabels?: boolean;
  enabled?: boolean;
  user?: string;
  secret?: string;
  [key: string]: unknown;
};
export type TargetState = {
  at: string;
  up: boolean;
  samples: number;
  stored: number;
  seconds: number;
  problem: string | null;
};
export type Target = { id: string; version: number; target: TargetSpec; state: TargetState | null };
export type TargetTrial = { samples: number; series: string[]; problem: string | null };

export type Secret = { name: string; hosts: string[]; changedAt: string; usedBy: string[] };
export type SecretDraft = { value?: string; hosts: string[] };

export type MetricMapping = {
  name: string;
  table?: string;
  select?: string;
  time: string;
  value: string;
  labels?: string[];
};
export type SourceSpec = {
  name: string;
  kind: string;
  url?: string;
  host?: string;
  port?: number;
  database?: string;
  tls?: string;
  user?: string;
  secret?: string;
  timeout?: string;
  lookback?: string;
  enabled?: boolean;
  metrics?: MetricMapping[];
  [key: string]: unknown;
};
export type SourceHealth = {
  state: "unknown" | "ok" | "failing" | "open";
  lastSuccess: string | null;
  lastError: string | null;
  problem: string | null;
  millis: number | null;
};
export type Source = { version: number; source: SourceSpec; health: SourceHealth };
export type SourceTrial = { problem: string | null; metrics: string[]; series: string[]; millis: number };
