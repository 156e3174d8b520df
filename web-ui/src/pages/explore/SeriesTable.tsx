// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import type { Series } from "../../api/types";
import { colorAt, lastValue } from "../../elements/chart/options";
import { Panel } from "../../elements/panel/Panel";
import { Table } from "../../elements/table/Table";
import { labelLine } from "../../format/text";
import { formatValue } from "../../format/units";
import classes from "./Explore.module.css";

type Row = { key: string; color: string; labels: string; last: number | null; min: number; max: number; avg: number };

/** The drawn series in figures. */
export function SeriesTable({ series, unit }: { series: Series[]; unit: string | null }) {
  const { t } = useTranslation();
  const rows = series.map(rowOf);
  return (
    <Panel title={t("explore.table", { count: series.length })} flush>
      <Table label={t("explore.table", { count: series.length })} rows={rows} rowKey={(row) => row.key} columns={[
        {
          key: "labels", title: t("explore.labels"), grow: true,
          cell: (row) => (
            <>
              <span className={classes.dot} style={{ background: row.color }} aria-hidden />
              <code>{row.labels || t("explore.noLabels")}</code>
            </>
          ),
        },
        { key: "last", title: t("aggregate.last"), number: true, cell: (row) => formatValue(row.last, unit) },
        { key: "min", title: t("aggregate.min"), number: true, from: "tablet", cell: (row) => formatValue(row.min, unit) },
        { key: "avg", title: t("aggregate.avg"), number: true, from: "tablet", cell: (row) => formatValue(row.avg, unit) },
        { key: "max", title: t("aggregate.max"), number: true, cell: (row) => formatValue(row.max, unit) },
      ]} />
    </Panel>
  );
}

function rowOf(one: Series, index: number): Row {
  const known = one.values.filter((value): value is number => value !== null);
  const sum = known.reduce((total, value) => total + value, 0);
  return {
    key: JSON.stringify(one.labels) + String(index),
    color: colorAt(index),
    labels: labelLine(one.labels),
    last: lastValue(one),
    min: known.reduce((least, value) => Math.min(least, value), Infinity),
    max: known.reduce((most, value) => Math.max(most, value), -Infinity),
    avg: known.length > 0 ? sum / known.length : Number.NaN,
  };
}
