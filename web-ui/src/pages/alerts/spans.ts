// SPDX-License-Identifier: Apache-2.0
import type { AlertDetail } from "../../api/types";
import { millisOf } from "../../format/time";

/** When the alert fired, as stretches of time; the last one is open until now. */
export function firingSpans(alert: Pick<AlertDetail, "timeline" | "state" | "firedAt">, now = Date.now()) {
  const spans: { from: number; to: number }[] = [];
  let started: number | null = null;
  const steps = [...alert.timeline].sort((a, b) => millisOf(a.at) - millisOf(b.at));
  for (const step of steps) {
    const at = millisOf(step.at);
    if (step.to === "firing" && started === null) started = at;
    if (step.to !== "firing" && started !== null) {
      spans.push({ from: started, to: at });
      started = null;
    }
  }
  if (started === null && spans.length === 0 && alert.state === "firing" && alert.firedAt !== null) {
    started = millisOf(alert.firedAt);
  }
  if (started !== null) spans.push({ from: started, to: now });
  return spans;
}
