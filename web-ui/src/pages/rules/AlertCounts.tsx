// SPDX-License-Identifier: Apache-2.0
import { CheckCircle2, CircleDashed, CircleHelp, OctagonAlert, Timer } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { RuleSummary } from "../../api/types";
import { Status } from "../../elements/status/Status";

/** How many alerts of a rule fire or are about to. A rule that could not look does not say that all is well. */
export function AlertCounts({ rule }: { rule: RuleSummary }) {
  const { t } = useTranslation();
  if (!rule.enabled) {
    return <Status tone="unknown" icon={<CircleDashed size={13} aria-hidden />}>{t("rules.off")}</Status>;
  }
  if (rule.firing === 0 && rule.pending === 0) {
    if (rule.pause !== null || rule.lastEvaluation?.outcome !== "completed") {
      return <Status tone="unknown" icon={<CircleHelp size={13} aria-hidden />}>{t("rules.unknown")}</Status>;
    }
    return <Status tone="ok" icon={<CheckCircle2 size={13} aria-hidden />}>{t("rules.quiet")}</Status>;
  }
  return (
    <>
      {rule.firing > 0 && (
        <Status tone="critical" icon={<OctagonAlert size={13} aria-hidden />}>
          {t("rules.firing", { count: rule.firing })}
        </Status>
      )}{" "}
      {rule.pending > 0 && (
        <Status tone="warning" icon={<Timer size={13} aria-hidden />}>{t("rules.pending", { count: rule.pending })}</Status>
      )}
    </>
  );
}
