// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { CheckCircle2, ScrollText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useAlerts, useUsage } from "../../api/hooks";
import type { Alert } from "../../api/types";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Empty } from "../../elements/states/States";
import { AlertStatus, SeverityStatus } from "../../elements/status/Status";
import { labelLine, localized } from "../../format/text";
import { spanSince } from "../../format/time";
import classes from "./Overview.module.css";

const MOST_SHOWN = 8;

export function FiringAlerts() {
  const { t } = useTranslation();
  const alerts = useAlerts({ state: "firing,pending" });
  const usage = useUsage();
  const isOpen = (alert: Alert) => alert.state === "firing" || alert.state === "pending";
  return (
    <Panel title={t("overview.firingAlerts")} aside={<Link to="/alerts">{t("overview.allAlerts")}</Link>} flush>
      <Answer query={alerts} empty={{
        when: (page) => !page.items.some(isOpen),
        show: <Calm hasRules={(usage.data?.rulesEnabled ?? 1) > 0} />,
      }}>
        {(page) => (
          <ul className={classes.alerts}>
            {page.items.filter(isOpen).slice(0, MOST_SHOWN).map((alert) => <Row key={alert.id} alert={alert} />)}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function Calm({ hasRules }: { hasRules: boolean }) {
  const { t } = useTranslation();
  return hasRules ? (
    <Empty title={t("overview.nothingFiring")} icon={<CheckCircle2 size={20} aria-hidden />}>
      {t("overview.nothingFiringText")}
    </Empty>
  ) : (
    <Empty title={t("overview.noRules")} icon={<ScrollText size={20} aria-hidden />}
      action={<Button component={Link} to="/rules?new=1" size="xs">{t("rules.new")}</Button>}>
      {t("overview.noRulesText")}
    </Empty>
  );
}

function Row({ alert }: { alert: Alert }) {
  const { i18n } = useTranslation();
  return (
    <li>
      <Link to={`/alerts/${encodeURIComponent(alert.id)}`} className={classes.alert}>
        <span className={classes.alertName}>{localized(alert.ruleTitle, i18n.language) || alert.ruleId}</span>
        {alert.state === "firing" ? <SeverityStatus severity={alert.severity} /> : <AlertStatus state={alert.state} />}
        <span className={classes.alertLabels}>{labelLine(alert.labels)}</span>
        <span className={classes.alertSince}>{spanSince(alert.firedAt ?? alert.since)}</span>
      </Link>
    </li>
  );
}
