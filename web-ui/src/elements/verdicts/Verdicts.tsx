// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import type { EvidenceChart, LogLine, Verdict } from "../../api/types";
import { labelLine, localized } from "../../format/text";
import { formatValue } from "../../format/units";
import { Chart } from "../chart/Chart";
import { VerdictStatus } from "../status/Status";
import classes from "./Verdicts.module.css";

/** What a rule said about each entity, the loud ones first. */
export function Verdicts({ verdicts, unit }: { verdicts: Verdict[]; unit: string | null }) {
  const { i18n } = useTranslation();
  const order = { fire: 0, unknown: 1, suppressed: 2, clear: 3 };
  const sorted = [...verdicts].sort((a, b) => order[a.kind] - order[b.kind]);
  return (
    <ul className={classes.list} data-testid="verdicts">
      {sorted.map((verdict, index) => (
        <li key={index} className={classes.verdict}>
          <VerdictStatus kind={verdict.kind} severity={verdict.severity} />
          <span className={classes.labels}>{labelLine(verdict.labels)}</span>
          <span className={classes.value}>
            {verdict.value !== null && formatValue(verdict.value, unit)}
          </span>
          {verdict.reason && <span className={classes.reason}>{localized(verdict.reason, i18n.language)}</span>}
        </li>
      ))}
    </ul>
  );
}

type EvidenceProps = { charts: EvidenceChart[]; areas?: { from: number; to: number }[]; height?: number };

/** The pictures that a rule gave with its verdicts; `areas` stand in for those that the charts mark themselves. */
export function Evidence({ charts, areas, height = 200 }: EvidenceProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.charts}>
      {charts.map((chart, index) => (
        <figure key={index} className={classes.figure}>
          {chart.title && <figcaption className={classes.caption}>{chart.title}</figcaption>}
          <Chart title={chart.title ?? t("verdicts.evidence")} unit={chart.unit} series={chart.series}
            lines={chart.lines} bands={chart.bands} areas={areas ?? chart.areas} height={height} group="evidence"
            {...reach(chart, areas ?? [])} />
        </figure>
      ))}
    </div>
  );
}

const MOST_BEYOND = 0.25;

/** The end of the time axis: a bit beyond the last point, where an area goes on. */
function reach(chart: EvidenceChart, areas: { to: number }[]): { to?: number } {
  const times = chart.series.flatMap((one) => [one.times[0] ?? Infinity, one.times.at(-1) ?? -Infinity]);
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const end = Math.max(...areas.map((area) => area.to));
  return end > to && to > from ? { to: Math.min(end, to + MOST_BEYOND * (to - from)) } : {};
}

export function LogLines({ lines }: { lines: LogLine[] }) {
  return (
    <ol className={classes.log}>
      {lines.map((line, index) => (
        <li key={index}>
          <span className={classes.level}>{line.level}</span> {line.text}
        </li>
      ))}
    </ol>
  );
}
