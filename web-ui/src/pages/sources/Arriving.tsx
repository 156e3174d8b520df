// SPDX-License-Identifier: Apache-2.0
import { Activity } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMetrics, useUsage } from "../../api/hooks";
import { Panel } from "../../elements/panel/Panel";
import { Tile } from "../../elements/panel/Tile";
import { Answer, Empty, Loading } from "../../elements/states/States";
import { Table } from "../../elements/table/Table";
import { millisOf, spanSince } from "../../format/time";
import { formatCount } from "../../format/units";
import classes from "./Sources.module.css";

const MOST = 1_000;
const SHOWN = 12;

/** How much comes in. */
export function Amounts() {
  const { t } = useTranslation();
  const usage = useUsage();
  return (
    <div className={classes.tiles}>
      <Tile to="/catalogue" label={t("overview.samples")} value={usage.data ? formatCount(usage.data.samplesPerSecond ?? 0) : "–"} />
      <Tile to="/catalogue" label={t("overview.series")} value={usage.data ? formatCount(usage.data.series) : "–"} />
      <Tile to="/catalogue" label={t("explore.metrics")} value={usage.data ? formatCount(usage.data.metrics) : "–"} />
    </div>
  );
}

/** Which metrics came in last. */
export function Arriving() {
  const { t } = useTranslation();
  const metrics = useMetrics("", MOST, true);
  return (
    <Panel title={t("sources.arriving")} flush>
      <Answer query={metrics} loading={<Loading rows={4} />} empty={{
        when: (page) => page.items.every((metric) => metric.lastSeen === null),
        show: <Empty title={t("explore.noMetrics")} icon={<Activity size={20} aria-hidden />}>{t("explore.noMetricsText")}</Empty>,
      }}>
        {(page) => (
          <Table label={t("sources.arriving")} rowKey={(metric) => metric.name}
            rows={page.items.filter((metric) => metric.lastSeen !== null)
              .sort((one, other) => millisOf(other.lastSeen ?? 0) - millisOf(one.lastSeen ?? 0)).slice(0, SHOWN)}
            to={(metric) => `/catalogue?${new URLSearchParams({ metric: metric.name }).toString()}`} columns={[
              { key: "name", title: t("explore.metric"), cell: (metric) => <code>{metric.name}</code> },
              { key: "text", title: t("explore.description"), grow: true, from: "tablet",
                cell: (metric) => <span className="dim">{metric.description}</span> },
              { key: "series", title: t("explore.series"), number: true, cell: (metric) => formatCount(metric.series) },
              { key: "seen", title: t("catalogue.seen"), number: true, cell: (metric) => spanSince(metric.lastSeen) },
            ]} />
        )}
      </Answer>
    </Panel>
  );
}
