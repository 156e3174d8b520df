// SPDX-License-Identifier: Apache-2.0
import type { Severity } from "../../api/types";

const ORDER: Severity[] = ["critical", "warning", "info"];

/** The worst severity of the alerts that fire; null: none does. */
export function worstOf(alerts: { severity: Severity }[] | undefined): Severity | null {
  return ORDER.find((severity) => alerts?.some((alert) => alert.severity === severity)) ?? null;
}
