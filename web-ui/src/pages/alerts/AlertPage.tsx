// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { CircleHelp, ScrollText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useAlert } from "../../api/hooks";
import type { AlertDetail } from "../../api/types";
import { AboutEntities } from "../../elements/about/AboutEntities";
import { PageHead, Panel } from "../../elements/panel/Panel";
import { Answer, Empty, Loading } from "../../elements/states/States";
import { AlertStatus, SeverityStatus, Status } from "../../elements/status/Status";
import { Evidence } from "../../elements/verdicts/Verdicts";
import { localized } from "../../format/text";
import { formatSpan, formatTime, millisOf } from "../../format/time";
import { formatValue } from "../../format/units";
import { Feedback } from "./Feedback";
import { firingSpans } from "./spans";
import { Timeline } from "./Timeline";
import classes from "./Alerts.module.css";

/** One alert: what, since when, why, and what happened to it. */
export default function AlertPage() {
  const { id } = useParams();
  const alert = useAlert(id ?? "");
  return (
    <Answer query={alert} loading={<Loading rows={8} />}>
      {(detail) => <Detail alert={detail} />}
    </Answer>
  );
}

function Detail({ alert }: { alert: AlertDetail }) {
  const { t, i18n } = useTranslation();
  const reason = localized(alert.reason, i18n.language);
  return (
    <>
      <PageHead title={localized(alert.ruleTitle, i18n.language) || alert.ruleId}
        note={<code>{Object.entries(alert.labels).map(([name, value]) => `${name}=${value}`).join(" ")}</code>}>
        <Button component={Link} to={`/rules/${encodeURIComponent(alert.ruleId)}`} variant="default" size="xs"
          leftSection={<ScrollText size={14} />}>
          {t("alerts.openRule")}
        </Button>
      </PageHead>
      <div className={classes.detail}>
        <div className={classes.column}>
          <Panel title={t("alerts.why")}>
            <AboutEntities labels={[alert.labels]} />
            <p className={classes.reason}>{reason || t("alerts.noReason")}</p>
            {alert.charts.length > 0 ? <Evidence charts={alert.charts} areas={firingSpans(alert)} height={240} />
              : <Empty title={t("alerts.noCharts")}>{t("alerts.noChartsText")}</Empty>}
          </Panel>
        </div>
        <div className={classes.column}>
          <Facts alert={alert} />
          <Feedback key={alert.id} alert={alert.id} />
          <Panel title={t("alerts.timeline")}>
            <Timeline alert={alert} />
          </Panel>
        </div>
      </div>
    </>
  );
}

function Facts({ alert }: { alert: AlertDetail }) {
  const { t } = useTranslation();
  const end = alert.resolvedAt === null ? Date.now() : millisOf(alert.resolvedAt);
  return (
    <Panel title={t("alerts.what")}>
      <dl className={classes.facts}>
        <div><dt>{t("alerts.state")}</dt><dd><AlertStatus state={alert.state} isFlapping={alert.flapping} /></dd></div>
        {alert.condition !== "ok" && (
          <div>
            <dt>{t("alerts.condition")}</dt>
            <dd>
              <Status tone="unknown" icon={<CircleHelp size={13} aria-hidden />}>
                {t(`alerts.conditions.${alert.condition}`)}
              </Status>
            </dd>
          </div>
        )}
        <div><dt>{t("alerts.severity")}</dt><dd><SeverityStatus severity={alert.severity} /></dd></div>
        <div><dt>{t("alerts.value")}</dt><dd>{formatValue(alert.value, alert.charts[0]?.unit ?? null)}</dd></div>
        <div><dt>{t("alerts.since")}</dt><dd>{formatTime(alert.since)}</dd></div>
        {alert.firedAt !== null && <div><dt>{t("alerts.firedAt")}</dt><dd>{formatTime(alert.firedAt)}</dd></div>}
        {alert.resolvedAt !== null && (
          <div><dt>{t("alerts.resolvedAt")}</dt><dd>{formatTime(alert.resolvedAt)}</dd></div>
        )}
        <div><dt>{t("alerts.lasted")}</dt><dd>{formatSpan(end - millisOf(alert.since))}</dd></div>
      </dl>
    </Panel>
  );
}
