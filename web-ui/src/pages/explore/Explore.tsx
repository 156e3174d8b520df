// SPDX-License-Identifier: Apache-2.0
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useMetric, useSeries } from "../../api/hooks";
import type { Labels, Metric } from "../../api/types";
import { AboutEntities } from "../../elements/about/AboutEntities";
import { spanOf } from "../../elements/chart/span";
import { LabelledChart } from "../../elements/labels/LabelledChart";
import { PageHead, Panel } from "../../elements/panel/Panel";
import { Answer, Empty, Failure, Loading } from "../../elements/states/States";
import { TimeRangePicker, useTimeRange } from "../../elements/time-range/TimeRangePicker";
import { formatCount, formatValue, unitAfter, unitOf } from "../../format/units";
import { MetricList } from "./MetricList";
import { QueryBar } from "./QueryBar";
import { SeriesTable } from "./SeriesTable";
import { aggregateFor, askedOf, queryOf, withAsked } from "./state";
import classes from "./Explore.module.css";

/** Pick a metric, look at it; everything chosen stands in the address. */
export default function Explore() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [range, setRange] = useTimeRange();
  const asked = askedOf(search);
  const metric = useMetric(asked.metric);
  const change = useCallback(
    (part: Parameters<typeof withAsked>[1]) => setSearch((now) => withAsked(now, part)), [setSearch]);
  return (
    <>
      <PageHead title={t("page.explore")}>
        <TimeRangePicker range={range} onChange={setRange} />
      </PageHead>
      <div className={classes.stack}>
        <QueryBar asked={asked} metric={metric.data ?? null} onChange={change} />
        {asked.metric === null && <MetricList />}
        {asked.metric !== null && metric.isError && (
          <Panel><Failure failure={metric.error} retry={() => void metric.refetch()} /></Panel>
        )}
        {asked.metric !== null && metric.isPending && <Loading rows={1} height={320} />}
        {metric.data && <Picture key={metric.data.name} metric={metric.data} search={search}
          onZoom={(from, to) => setRange({ kind: "between", from, to })} />}
      </div>
    </>
  );
}

type PictureProps = { metric: Metric; search: URLSearchParams; onZoom: (from: number, to: number) => void };

function Picture({ metric, search, onZoom }: PictureProps) {
  const { t } = useTranslation();
  const [range] = useTimeRange();
  const answer = useSeries(queryOf(search, metric.type), range.kind === "last");
  const fixed = fixedBy(search);
  const unit = unitAfter(unitOf(metric), aggregateFor(askedOf(search), metric.type));
  return (
    <Answer query={answer} loading={<Loading rows={1} height={320} />} empty={{
      when: (data) => data.series.length === 0,
      show: <Panel><Empty title={t("chart.empty")}>{t("explore.emptyText")}</Empty></Panel>,
    }}>
      {(data) => (
        <>
          <Panel title={<code>{metric.name}</code>} aside={
            <span className={classes.cost}>
              {t("explore.cost", { series: formatCount(data.cost.series), points: formatCount(data.cost.points) })}
              {" · "}{formatValue(data.cost.millis, "ms")}
            </span>
          }>
            {metric.description && <p className={classes.text}>{metric.description}</p>}
            <AboutEntities labels={data.series.map((one) => ({ ...fixed, ...one.labels }))} />
            <LabelledChart metric={metric.name} fixed={fixed} title={metric.name} unit={unit} series={data.series} height={320} onZoom={onZoom}
              {...spanOf(range, data.series)} />
          </Panel>
          <SeriesTable series={data.series} unit={unit} />
        </>
      )}
    </Answer>
  );
}

/** A filter for one value holds for all series on the page. */
function fixedBy(search: URLSearchParams): Labels {
  const where = askedOf(search).where;
  const single = where.filter((one) => where.filter((other) => other.label === one.label).length === 1);
  return Object.fromEntries(single.map((one) => [one.label, one.value]));
}
