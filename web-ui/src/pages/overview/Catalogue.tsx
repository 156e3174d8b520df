// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { useMetrics } from "../../api/hooks";
import { Panel } from "../../elements/panel/Panel";
import { Answer } from "../../elements/states/States";
import { Table } from "../../elements/table/Table";
import { FiringAlerts } from "./FiringAlerts";
import classes from "./Overview.module.css";

/** What a tenant without host metrics sees: what it sends, one click from its charts. */
export function Catalogue() {
  const { t } = useTranslation();
  const metrics = useMetrics("", 30, true);
  return (
    <div className={classes.grid}>
      <Panel title={t("explore.metrics")} flush className={classes.two ?? ""}>
        <Answer query={metrics}>
          {(page) => (
            <Table label={t("explore.metrics")} rows={page.items} rowKey={(row) => row.name}
              to={(row) => `/explore?metric=${encodeURIComponent(row.name)}`} columns={[
                { key: "name", title: t("explore.metric"), cell: (row) => <code>{row.name}</code>, grow: true },
                { key: "type", title: t("explore.type"), cell: (row) => row.type, from: "tablet" },
                { key: "series", title: t("explore.series"), cell: (row) => row.series, number: true },
              ]} />
          )}
        </Answer>
      </Panel>
      <FiringAlerts />
    </div>
  );
}
