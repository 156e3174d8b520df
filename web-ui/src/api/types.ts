// SPDX-License-Identifier: Apache-2.0
// Shapes of /api/v1. Series times are epoch milliseconds; every other time is an RFC 3339 string.

export type Severity = "critical" | "warning" | "info";
export type Text = { en?: string; zh?: string } | string;
export type Labels = Record<string, string>;
export type Page<T> = { items: T[]; next: string | null };

export type TenantName = { id: string; name: string };
/** Who is signed in; a member of several tenants acts in none until one is named. */
export type Session = {
  account: string;
  tenant: TenantName | null;
  tenants: TenantName[];
  role: string | null;
  operator: boolean;
};

export type NewTenant = { id: string; name: string; ownerAccount: string };
export type CreatedTenant = TenantName & { owner: { account: string; password: string | null } };
export type Token = { id: string; name: string; role: string; createdAt: string; lastUsedAt: string | null };
export type CreatedToken = Omit<Token, "lastUsedAt"> & { token: string };

export type Usage = {
  series: number;
  metrics: number;
  samplesPerSecond?: number;
  rules: number;
  rulesEnabled: number;
  alerts: { pending: number; firing: number; critical: number; warning: number };
  evaluations: { lastMinute: number; failedLastMinute: number; lagP99Millis: number };
  sandbox: {
    runtime: "compiled" | "interpreted";
    workers: number;
    dropped: string[];
    notDropped: Record<string, string>;
  };
};

export type Series = {
  metric?: string;
  name?: string;
  labels: Labels;
  times: number[];
  values: (number | null)[];
};
export type Matcher = string | string[] | { regex: string } | { not: string };
export type Query = {
  metric: string;
  where?: Record<string, Matcher>;
  by?: string[] | null;
  last?: string;
  from?: number;
  to?: number;
  step?: string | null;
  aggregate?: string | null;
};
export type QueryAnswer = { series: Series[]; cost: { series: number; points: number; millis: number } };

export type Metric = {
  name: string;
  type: string;
  unit: string | null;
  description: string | null;
  series: number;
  lastSeen: string | number | null;
  owners: string[];
  tags: string[];
};
export type MetricDetail = Metric & { labels: { name: string; values: number }[] };

export type Outcome = "completed" | "failed" | "limit" | "lost" | "skipped";
export type RuleSummary = {
  id: string;
  title: Text;
  language: string;
  enabled: boolean;
  every: string;
  version: number;
  firing: number;
  pending: number;
  lastEvaluation: { slot: string; outcome: Outcome; durationMillis: number } | null;
  /** Set while the rule is left alone because it failed too often in a row. */
  pause: { until: string; failures: number; reason: string | null } | null;
  updatedAt: string;
  updatedBy: string;
};

export type ParameterKind =
  | "string" | "number" | "int" | "boolean" | "duration" | "percent"
  | "metric" | "label" | "entity" | "tag" | "enum" | "list";
/** One field of a rule's form; bounds of a duration are durations. */
export type Parameter = {
  name: string;
  kind: ParameterKind;
  default?: unknown;
  min?: number | string;
  max?: number | string;
  options?: string[];
  title?: Text;
  help?: Text;
};
export type Header = {
  id: string;
  title?: Text;
  description?: Text;
  every?: string;
  needs?: string[];
  params?: Parameter[];
  fire?: Record<string, unknown>;
  [key: string]: unknown;
};
export type Parameters = Record<string, unknown>;
export type Rule = {
  id: string;
  title: Text;
  language: string;
  enabled: boolean;
  every: string;
  version: number;
  source: string;
  tests: string | null;
  testRun?: TestAnswer | null;
  parameters: Parameters;
  header: Header | null;
  updatedAt: string;
  updatedBy: string;
};
export type RuleDraft = { source: string; language: string; tests?: string; parameters: Parameters; enabled: boolean };
export type RuleState = { state: Record<string, unknown>; bytes: number; allowedBytes: number };
export type TestCheck = {
  name: string;
  line: number | null;
  passed: boolean;
  problem: { message: string; line: number | null; column: number | null; slot: string | null } | null;
  expectations: { text: string; line: number | null; passed: boolean; seen: string }[];
  alerts: { labels: Labels; severity: Severity; firedAt: string; resolvedAt: string | null; reason: Text | null }[];
  slots: number;
  failedSlots: number;
};
export type TestAnswer = {
  passed: boolean;
  problem: { message: string; line: number | null; column: number | null } | null;
  checks: TestCheck[];
  slots: number;
  durationMillis: number;
};

export type Diagnostic = { severity: "error" | "warning"; message: string; line: number | null; column: number | null };
export type CheckAnswer = { header: Header | null; diagnostics: Diagnostic[] };

export type VerdictKind = "fire" | "clear" | "suppressed" | "unknown";
export type Verdict = {
  kind: VerdictKind;
  labels: Labels;
  severity: Severity | null;
  value: number | null;
  score: number | null;
  reason: Text | null;
  charts: number[];
};
export type EvidenceChart = {
  title: string | null;
  unit: string | null;
  series: Series[];
  lines: { value: number; name?: string | null }[];
  bands: { name: string; times: number[]; lower: (number | null)[]; upper: (number | null)[] }[];
  areas: { from: number; to: number }[];
};
export type LogLine = { level: string; text: string };
export type LimitUse = { name: string; used: number; allowed: number; unit: string };
export type EvaluationCost = {
  series: number;
  points: number;
  hostCalls: number;
  cpuMillis?: number;
  limits?: LimitUse[];
};
export type RunAnswer = {
  outcome: Outcome;
  verdicts: Verdict[];
  charts: EvidenceChart[];
  log: LogLine[];
  cost: EvaluationCost & { durationMillis: number };
  problem: { message: string; line: number | null; column: number | null; limit?: LimitUse | null } | null;
};

export type Evaluation = {
  id: string;
  ruleId: string;
  version: number;
  slot: string;
  through: string | null;
  outcome: Outcome;
  reason: string | null;
  startedAt: string | null;
  durationMillis: number | null;
  verdicts: { fire: number; clear: number; suppressed: number; unknown: number } | null;
  cost: EvaluationCost | null;
  log: LogLine[] | null;
  limit?: LimitUse | null;
};

export type AlertState = "pending" | "firing" | "resolved" | "inactive";
export type Alert = {
  id: string;
  ruleId: string;
  ruleTitle: Text;
  labels: Labels;
  state: AlertState;
  /** Held as firing because it comes and goes; absent from older servers. */
  flapping?: boolean;
  condition: "ok" | "noData" | "error";
  severity: Severity;
  value: number | null;
  reason: Text | null;
  since: string;
  firedAt: string | null;
  resolvedAt: string | null;
};
export type Transition = {
  at: string;
  from: AlertState;
  to: AlertState;
  severity: Severity | null;
  value: number | null;
  reason: Text | null;
};
export type AlertDetail = Alert & { timeline: Transition[]; charts: EvidenceChart[] };

export type GalleryItem = { id: string; title: Text; description: Text; language: string; source: string };
