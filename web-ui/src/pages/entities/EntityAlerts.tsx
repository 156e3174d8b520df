// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Entity } from "../../api/entities";
import { useAlertsAbout, useRulesReading } from "../../api/entity-hooks";
import { useMetrics } from "../../api/hooks";
import type { Text } from "../../api/types";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Loading } from "../../elements/states/States";
import { AlertStatus, SeverityStatus } from "../../elements/status/Status";
import { localized } from "../../format/text";
import classes from "./Entities.module.css";

const SHOWN = 10;
const MOST_METRICS = 12;

/** What was wrong with an entity, and which rules look at it. */
export function EntityAlerts({ entity }: { entity: Entity }) {
  const { t, i18n } = useTranslation();
  const alerts = useAlertsAbout(entity.id);
  return (
    <>
      <Panel title={t("page.alerts")}>
        <Answer query={alerts} loading={<Loading rows={2} />}>
          {(about) => (
            <>
              {about.length === 0 && <p className={classes.text}>{t("entities.noAlerts")}</p>}
              <ul className={classes.list}>
                {about.slice(0, SHOWN).map((alert) => (
                  <li key={alert.id} className={classes.line}>
                    <Link className="ellipsis" to={`/alerts/${encodeURIComponent(alert.id)}`}>
                      {localized(alert.ruleTitle, i18n.language) || alert.ruleId}
                    </Link>
                    <span className={classes.side}>
                      <AlertStatus state={alert.state} isFlapping={alert.flapping} />
                      <SeverityStatus severity={alert.severity} />
                    </span>
                  </li>
                ))}
              </ul>
              {about.length > SHOWN && <p className={classes.text}>{t("entities.moreAlerts", { count: about.length - SHOWN })}</p>}
            </>
          )}
        </Answer>
      </Panel>
      <Rules entity={entity} said={(alerts.data ?? []).map((alert) => ({ id: alert.ruleId, title: alert.ruleTitle }))} />
    </>
  );
}

function Rules({ entity, said }: { entity: Entity; said: { id: string; title: Text }[] }) {
  const { t, i18n } = useTranslation();
  const search = Object.entries(entity.labels).map(([name, value]) => `${name}=${value}`).join(" ");
  const metrics = useMetrics(search, MOST_METRICS);
  const reading = useRulesReading((metrics.data?.items ?? []).map((metric) => metric.name));
  const rules = new Map(said.map((rule) => [rule.id, { title: rule.title, how: t("entities.hasFired") }]));
  for (const use of reading.data ?? []) {
    if (use.strength !== "ALLOWED" && !rules.has(use.id)) rules.set(use.id, { title: use.title, how: t("entities.reads") });
  }
  return (
    <Panel title={t("page.rules")}>
      {rules.size === 0 && (metrics.isPending || reading.isLoading ? <Loading rows={2} />
        : <p className={classes.text}>{t("entities.noRules")}</p>)}
      <ul className={classes.list}>
        {[...rules].map(([id, rule]) => (
          <li key={id} className={classes.line}>
            <Link className="ellipsis" to={`/rules/${encodeURIComponent(id)}`}>{localized(rule.title, i18n.language) || id}</Link>
            <span className="dim">{rule.how}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
