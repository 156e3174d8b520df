// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import type { ComparedMethod, Figures } from "../../api/labels";
import { type Column, Table } from "../../elements/table/Table";
import { formatSpan } from "../../format/time";
import { formatValue } from "../../format/units";
import { bestFirst } from "./compare";
import classes from "./Algorithms.module.css";

/** One line per detector, the best first; one that could not be measured says why. */
export function ComparisonTable({ items }: { items: ComparedMethod[] }) {
  const { t } = useTranslation();
  const figure = (key: string, show: (figures: Figures) => string, from?: "tablet"): Column<ComparedMethod> => ({
    key, title: t(`compare.${key}`), number: true, ...(from ? { from } : {}), cell: (row) => (row.figures === null ? "–" : show(row.figures)),
  });
  const columns: Column<ComparedMethod>[] = [
    {
      key: "method", title: t("compare.method"), grow: true,
      cell: (row) => <><code>{row.method}</code>{row.problem !== null && <span className={classes.why}>{row.problem}</span>}</>,
    },
    figure("found", ({ found, missed }) => `${found} / ${found + missed}`, "tablet"),
    figure("falseAlarms", ({ falseAlarms, alarms }) => `${falseAlarms} / ${alarms}`, "tablet"),
    figure("precision", ({ precision, alarms }) => share(precision, alarms), "tablet"),
    figure("recall", ({ recall, found, missed }) => share(recall, found + missed), "tablet"),
    figure("f1", ({ f1, found, missed }) => share(f1, found + missed)),
    figure("delay", ({ found, delaySeconds }) => (found === 0 ? "–" : formatSpan(delaySeconds * 1000))),
    { key: "cost", title: t("compare.cost"), number: true, cell: (row) => (row.figures === null ? "–" : `${row.microsPerPoint.toFixed(2)} µs`) },
  ];
  return <Table label={t("compare.result")} columns={columns} rows={bestFirst(items)} rowKey={(row) => row.method} />;
}

/** A share of nothing is no share. */
const share = (value: number, of: number) => (of === 0 ? "–" : formatValue(value, "ratio"));
