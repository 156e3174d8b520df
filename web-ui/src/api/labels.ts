// SPDX-License-Identifier: Apache-2.0
// What people say of stretches of series and of alerts, and how detectors do on it.
import type { Labels, Parameters, Query } from "./types";

/** A stretch of the series with these labels: an incident that should be found, or noise. */
export type LabelledIncident = NewIncident & {
  id: string;
  madeAt: string;
  madeBy: string;
  /** The alert of whose feedback it came. */
  alert: string | null;
};
export type NewIncident = { metric: string; labels: Labels; from: string; to: string; useful: boolean; note: string };

/** Null: nobody has said anything of the alert. */
export type Feedback = { useful: boolean | null; note: string; labels: LabelledIncident[] };

export type Question = { query: Query; methods: (string | { use: string; options: Parameters })[]; border?: number };
export type Figures = {
  found: number;
  missed: number;
  alarms: number;
  falseAlarms: number;
  precision: number;
  recall: number;
  f1: number;
  delaySeconds: number;
};
export type ComparedMethod = { method: string; figures: Figures | null; microsPerPoint: number; problem: string | null };
export type Comparison = { judgedFrom: string; judgedTo: string; incidents: number; noise: number; items: ComparedMethod[] };
