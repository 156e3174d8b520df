// SPDX-License-Identifier: Apache-2.0
import { Skeleton } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { seriesNames } from "../../format/text";
import { formatValue } from "../../format/units";
import classes from "./Chart.module.css";
import type { LineChartProps } from "./LineChart";
import { colorAt, lastValue } from "./options";

const LineChart = lazy(() => import("./LineChart"));
const MOST_IN_LEGEND = 6;

export type ChartProps = Omit<LineChartProps, "height"> & { height?: number; legend?: boolean };

/** A chart with its legend of names and last values; the drawing code comes when the first chart does. */
export function Chart({ height = 200, legend = true, ...chart }: ChartProps) {
  return (
    <div className={classes.chart}>
      {legend && <Legend {...chart} />}
      <Suspense fallback={<Skeleton height={height} radius={6} />}>
        <LineChart height={height} {...chart} />
      </Suspense>
    </div>
  );
}

function Legend({ series, unit, lines }: Pick<ChartProps, "series" | "unit" | "lines">) {
  const { t } = useTranslation();
  const names = seriesNames(series);
  const hidden = series.length - MOST_IN_LEGEND;
  return (
    <ul className={classes.legend}>
      {series.slice(0, MOST_IN_LEGEND).map((one, index) => (
        <li key={index}>
          <span className={classes.dot} style={{ background: colorAt(index) }} />
          <span className={classes.name}>{names[index]}</span>
          <strong>{formatValue(lastValue(one), unit)}</strong>
        </li>
      ))}
      {hidden > 0 && <li>{t("chart.more", { count: hidden })}</li>}
      {(lines ?? []).map((line, index) => (
        <li key={`line-${index}`}>
          <span className={classes.dash} />
          <span className={classes.name}>{line.name || t("chart.limit")}</span>
          <strong>{formatValue(line.value, unit)}</strong>
        </li>
      ))}
    </ul>
  );
}
