// SPDX-License-Identifier: Apache-2.0
import { Activity } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMetrics } from "../../api/hooks";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Empty, Loading } from "../../elements/states/States";
import { Table } from "../../elements/table/Table";
import { unitOf } from "../../format/units";

/** The catalogue, for who does not yet know what there is. */
export function MetricList() {
  const { t } = useTranslation();
  const metrics = useMetrics("", 200);
  return (
    <Panel title={t("explore.metrics")} flush>
      <Answer query={metrics} loading={<Loading rows={8} />} empty={{
        when: (page) => page.items.length === 0,
        show: <Empty title={t("explore.noMetrics")} icon={<Activity size={20} aria-hidden />}>{t("explore.noMetricsText")}</Empty>,
      }}>
        {(page) => (
          <Table label={t("explore.metrics")} rows={page.items} rowKey={(row) => row.name}
            to={(row) => `/explore?metric=${encodeURIComponent(row.name)}`} columns={[
              { key: "name", title: t("explore.metric"), cell: (row) => <code>{row.name}</code> },
              { key: "text", title: t("explore.description"), grow: true, from: "tablet",
                cell: (row) => <span className="dim">{row.description}</span> },
              { key: "type", title: t("explore.type"), from: "tablet", cell: (row) => row.type },
              { key: "unit", title: t("explore.unit"), from: "tablet", cell: (row) => unitOf(row) ?? "" },
              { key: "series", title: t("explore.series"), number: true, cell: (row) => row.series },
            ]} />
        )}
      </Answer>
    </Panel>
  );
}
