// SPDX-License-Identifier: Apache-2.0
import { CheckCircle2, CircleDashed, OctagonAlert, Timer } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { RuleSummary } from "../../api/types";
import { Status } from "../../elements/status/Status";

/** How many alerts of a rule fire or are about to. */
export function AlertCounts({ rule }: { rule: RuleSummary }) {
  const { t } = useTranslation();
  if (!rule.enabled) {
    return <Status tone="unknown" icon={<CircleDashed size={13} aria-hidden />}>{t("rules.off")}</Status>;
  }
  if (rule.firing === 0 && rule.pending === 0) {
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
