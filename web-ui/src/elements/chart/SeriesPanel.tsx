// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSeries } from "../../api/hooks";
import type { Query, Series } from "../../api/types";
import { rangeQuery, stepFor, type TimeRange } from "../../format/range";
import { Panel } from "../panel/Panel";
import { Answer, Empty, Loading } from "../states/States";
import { Chart } from "./Chart";
import { spanOf } from "./span";

type Props = {
  title: string;
  query: Omit<Query, "last" | "from" | "to">;
  unit: string | null;
  range: TimeRange;
  height: number;
  min?: number;
  max?: number;
  aside?: ReactNode;
  className?: string;
  onZoom: (from: number, to: number) => void;
  /** Changes names or order of what came. */
  shape?: (series: Series[]) => Series[];
};

/** A panel that asks for its series, draws them and keeps them fresh. */
export function SeriesPanel({ title, query, unit, range, height, aside, className, onZoom, shape, ...limits }: Props) {
  const { t } = useTranslation();
  const answer = useSeries({ ...query, ...rangeQuery(range), step: stepFor(range, query.aggregate) }, range.kind === "last");
  return (
    <Panel title={title} {...(aside === undefined ? {} : { aside })} {...(className ? { className } : {})}>
      <Answer query={answer} loading={<Loading rows={1} height={height} />}
        empty={{ when: (data) => data.series.length === 0, show: <Empty title={t("chart.empty")} /> }}>
        {(data) => {
          const series = shape ? shape(data.series) : data.series;
          return (
            <Chart title={title} unit={unit} series={series} height={height} group="page" onDrag={onZoom}
              {...spanOf(range, series)} {...limits} />
          );
        }}
      </Answer>
    </Panel>
  );
}
