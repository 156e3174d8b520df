// SPDX-License-Identifier: Apache-2.0
import { SegmentedControl } from "@mantine/core";
import { CheckCircle2, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useAlerts } from "../../api/hooks";
import type { Alert } from "../../api/types";
import { PageHead, Panel } from "../../elements/panel/Panel";
import { Answer, Empty, Loading } from "../../elements/states/States";
import { AlertStatus, SeverityStatus } from "../../elements/status/Status";
import { type Column, Table } from "../../elements/table/Table";
import { labelLine, localized } from "../../format/text";
import { formatTime, millisOf, spanSince } from "../../format/time";
import classes from "./Alerts.module.css";

const OPEN = "firing,pending";
const STATES = ["open", "firing", "pending", "resolved", "all"] as const;

/** What is wrong now, and what was; the filter stands in the address. */
export default function Alerts() {
  const { t, i18n } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const state = STATES.find((one) => one === search.get("state")) ?? "open";
  const rule = search.get("rule");
  const alerts = useAlerts({ state: state === "open" ? OPEN : state === "all" ? null : state, rule });
  const change = (name: string, value: string | null) => setSearch((now) => {
    const next = new URLSearchParams(now);
    if (value === null) next.delete(name);
    else next.set(name, value);
    return next;
  }, { replace: true });

  const columns: Column<Alert>[] = [
    { key: "rule", title: t("alerts.rule"), cell: (alert) => localized(alert.ruleTitle, i18n.language) || alert.ruleId },
    { key: "state", title: t("alerts.state"), cell: (alert) => <AlertStatus state={alert.state} isFlapping={alert.flapping} /> },
    { key: "severity", title: t("alerts.severity"), from: "tablet",
      cell: (alert) => <SeverityStatus severity={alert.severity} /> },
    { key: "labels", title: t("alerts.labels"), from: "tablet", cell: (alert) => <code>{labelLine(alert.labels)}</code> },
    { key: "reason", title: t("alerts.reason"), from: "desktop", grow: true,
      cell: (alert) => <span className="dim">{localized(alert.reason, i18n.language)}</span> },
    { key: "since", title: t("alerts.since"), from: "desktop", cell: (alert) => formatTime(alert.since) },
    { key: "lasted", title: t("alerts.lasted"), number: true,
      cell: (alert) => spanSince(alert.since, alert.resolvedAt === null ? Date.now() : millisOf(alert.resolvedAt)) },
  ];
  const isShown = (alert: Alert) =>
    state === "all" || (state === "open" ? alert.state === "firing" || alert.state === "pending" : alert.state === state);

  return (
    <>
      <PageHead title={t("page.alerts")}>
        {rule !== null && (
          <button type="button" className={classes.chip} onClick={() => change("rule", null)}>
            {t("alerts.ofRule", { rule })} <X size={12} aria-label={t("alerts.allRules")} />
          </button>
        )}
        <SegmentedControl size="xs" value={state} onChange={(next) => change("state", next)}
          aria-label={t("alerts.state")} data={STATES.map((value) => ({ value, label: t(`alerts.filter.${value}`) }))} />
      </PageHead>
      <Panel flush>
        <Answer query={alerts} loading={<Loading rows={6} />} empty={{
          when: (page) => page.items.filter(isShown).length === 0,
          show: (
            <Empty title={t(`alerts.none.${state}`)} icon={<CheckCircle2 size={20} aria-hidden />}>
              {t("alerts.noneText")}
            </Empty>
          ),
        }}>
          {(page) => (
            <Table label={t("page.alerts")} columns={columns} rows={page.items.filter(isShown)}
              rowKey={(alert) => alert.id} to={(alert) => `/alerts/${encodeURIComponent(alert.id)}`} />
          )}
        </Answer>
      </Panel>
    </>
  );
}
