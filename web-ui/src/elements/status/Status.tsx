// SPDX-License-Identifier: Apache-2.0
import {
  Activity, Ban, CheckCircle2, CircleDashed, CircleHelp, Clock3, Info, OctagonAlert, SkipForward, Timer, TriangleAlert, Unplug,
} from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DeliveryStatus } from "../../api/channels";
import type { AlertState, Outcome, Severity, VerdictKind } from "../../api/types";
import classes from "./Status.module.css";

type Tone = "ok" | "warning" | "critical" | "unknown" | "info";

/** A state as shape, word and colour; never colour alone. */
export function Status({ tone, icon, children }: { tone: Tone; icon: ReactNode; children: ReactNode }) {
  return (
    <span className={classes.status} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}

const SIZE = { size: 13, "aria-hidden": true, strokeWidth: 2.2 } as const;

const SEVERITIES: Record<Severity, [Tone, ReactNode]> = {
  critical: ["critical", <OctagonAlert key="c" {...SIZE} />],
  warning: ["warning", <TriangleAlert key="w" {...SIZE} />],
  info: ["info", <Info key="i" {...SIZE} />],
};

export function SeverityStatus({ severity }: { severity: Severity }) {
  const { t } = useTranslation();
  const [tone, icon] = SEVERITIES[severity];
  return <Status tone={tone} icon={icon}>{t(`severity.${severity}`)}</Status>;
}

const ALERT_STATES: Record<AlertState, [Tone, ReactNode]> = {
  firing: ["critical", <OctagonAlert key="f" {...SIZE} />],
  pending: ["warning", <Timer key="p" {...SIZE} />],
  resolved: ["ok", <CheckCircle2 key="r" {...SIZE} />],
  inactive: ["unknown", <CircleDashed key="i" {...SIZE} />],
};

/** `isFlapping`: held as firing because it comes and goes. */
export function AlertStatus({ state, isFlapping = false }: { state: AlertState; isFlapping?: boolean | undefined }) {
  const { t } = useTranslation();
  const [tone, icon] = ALERT_STATES[state];
  const status = <Status tone={tone} icon={icon}>{t(`alertState.${state}`)}</Status>;
  if (!isFlapping) return status;
  return <span className={classes.pair}>{status}<Status tone="unknown" icon={<Activity {...SIZE} />}>{t("alerts.flapping")}</Status></span>;
}

const OUTCOMES: Record<Outcome, [Tone, ReactNode]> = {
  completed: ["ok", <CheckCircle2 key="c" {...SIZE} />],
  failed: ["critical", <OctagonAlert key="f" {...SIZE} />],
  limit: ["warning", <Ban key="l" {...SIZE} />],
  lost: ["critical", <Unplug key="o" {...SIZE} />],
  skipped: ["unknown", <SkipForward key="s" {...SIZE} />],
};

export function OutcomeStatus({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  const [tone, icon] = OUTCOMES[outcome];
  return <Status tone={tone} icon={icon}>{t(`outcome.${outcome}`)}</Status>;
}

const VERDICTS: Record<VerdictKind, [Tone, ReactNode]> = {
  fire: ["critical", <OctagonAlert key="f" {...SIZE} />],
  clear: ["ok", <CheckCircle2 key="c" {...SIZE} />],
  suppressed: ["info", <Ban key="s" {...SIZE} />],
  unknown: ["unknown", <CircleHelp key="u" {...SIZE} />],
};

export function VerdictStatus({ kind, severity }: { kind: VerdictKind; severity: Severity | null }) {
  const { t } = useTranslation();
  const [tone, icon] = kind === "fire" && severity !== null ? SEVERITIES[severity] : VERDICTS[kind];
  const word = kind === "fire" && severity !== null ? t(`severity.${severity}`) : t(`verdict.${kind}`);
  return <Status tone={tone} icon={icon}>{word}</Status>;
}

const DELIVERIES: Record<DeliveryStatus, [Tone, ReactNode]> = {
  sent: ["ok", <CheckCircle2 key="s" {...SIZE} />],
  pending: ["info", <Clock3 key="p" {...SIZE} />],
  failed: ["warning", <TriangleAlert key="f" {...SIZE} />],
  dead: ["critical", <OctagonAlert key="d" {...SIZE} />],
};

export function DeliveryState({ status }: { status: DeliveryStatus }) {
  const { t } = useTranslation();
  const [tone, icon] = DELIVERIES[status];
  return <Status tone={tone} icon={icon}>{t(`delivery.${status}`)}</Status>;
}
