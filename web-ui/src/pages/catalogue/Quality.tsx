// SPDX-License-Identifier: Apache-2.0
import { CheckCircle2, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMetricQuality } from "../../api/hooks";
import type { Metric } from "../../api/types";
import type { MetricQuality } from "../../api/uses";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Loading } from "../../elements/states/States";
import { formatTime } from "../../format/time";
import { formatCount } from "../../format/units";
import classes from "./Catalogue.module.css";

/** More than this since yesterday is told as growth. */
const GROWN = 1.5;

/** How good the data of a metric are: each point with a shape and words. */
export function Quality({ metric }: { metric: Metric }) {
  const { t } = useTranslation();
  const quality = useMetricQuality(metric.name);
  return (
    <Panel title={t("catalogue.quality")}>
      <Answer query={quality} loading={<Loading rows={4} />}>
        {(data) => (
          <ul className={classes.list}>
            <Gaps quality={data} />
            <Silence quality={data} />
            <Growth quality={data} />
            {data.unitMissing && <Point isBad>{t("catalogue.noUnit")}</Point>}
            {data.descriptionMissing && <Point isBad>{t("catalogue.noDescription")}</Point>}
            {metric.owners.length === 0 && <Point isBad>{t("catalogue.noOwner")}</Point>}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function Point({ isBad = false, children }: { isBad?: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  const Icon = isBad ? TriangleAlert : CheckCircle2;
  return (
    <li>
      <span className={classes.quality} data-bad={isBad || undefined}>
        <Icon size={14} aria-label={t(isBad ? "catalogue.bad" : "catalogue.good")} />
        <span>{children}</span>
      </span>
    </li>
  );
}

function Gaps({ quality: { gaps } }: { quality: MetricQuality }) {
  const { t } = useTranslation();
  if (gaps.interval === null) return <Point>{t("catalogue.noInterval")}</Point>;
  if (gaps.missing === 0) return <Point>{t("catalogue.noGaps", { interval: gaps.interval, looked: gaps.looked })}</Point>;
  return (
    <Point isBad>
      {t("catalogue.gaps", { count: gaps.missing, series: gaps.series, looked: gaps.looked, interval: gaps.interval })}
    </Point>
  );
}

function Silence({ quality }: { quality: MetricQuality }) {
  const { t } = useTranslation();
  const { silent, series, silentAfter } = quality;
  if (silent === 0) return <Point>{t("catalogue.allSpeak", { after: silentAfter })}</Point>;
  return <Point isBad>{t("catalogue.silent", { count: silent, series: formatCount(series), after: silentAfter })}</Point>;
}

function Growth({ quality: { growth } }: { quality: MetricQuality }) {
  const { t } = useTranslation();
  if (growth === null) return <Point>{t("catalogue.notCounted")}</Point>;
  const text = { before: formatCount(growth.before), now: formatCount(growth.now), since: formatTime(growth.since) };
  return <Point isBad={growth.now > growth.before * GROWN}>{t("catalogue.growth", text)}</Point>;
}
