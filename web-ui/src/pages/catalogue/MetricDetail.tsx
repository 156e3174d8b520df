// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMetric, useMetricUses, useSeries } from "../../api/hooks";
import type { MetricDetail as Detail } from "../../api/types";
import type { MetricFit, MetricUse } from "../../api/uses";
import { LabelledChart } from "../../elements/labels/LabelledChart";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Empty, Loading } from "../../elements/states/States";
import { DEFAULT_RANGE, stepFor } from "../../format/range";
import { localized } from "../../format/text";
import { formatCount, unitAfter, unitOf } from "../../format/units";
import { Note } from "./Note";
import { Quality } from "./Quality";
import classes from "./Catalogue.module.css";

/** What one metric looks like, which labels it has, where it is used and what it could feed. */
export function MetricDetail({ name }: { name: string }) {
  const metric = useMetric(name);
  return (
    <Answer query={metric} loading={<Loading rows={1} height={320} />}>
      {(data) => (
        <div className={classes.detail}>
          <div className={classes.column}>
            <Preview metric={data} />
            <LabelBars metric={data} />
          </div>
          <div className={classes.column}>
            <Note metric={data} />
            <Quality metric={data} />
            <Uses name={name} />
          </div>
        </div>
      )}
    </Answer>
  );
}

function Preview({ metric }: { metric: Detail }) {
  const { t } = useTranslation();
  const aggregate = metric.type === "counter" ? "rate" : "avg";
  const answer = useSeries({ metric: metric.name, aggregate, step: stepFor(DEFAULT_RANGE, aggregate), last: "1h" });
  return (
    <Panel title={<code>{metric.name}</code>} aside={
      <Button component={Link} to={`/explore?metric=${encodeURIComponent(metric.name)}`} size="xs" variant="default">
        {t("catalogue.explore")}
      </Button>
    }>
      {metric.description && <p className={classes.text}>{metric.description}</p>}
      <Answer query={answer} loading={<Loading rows={1} height={220} />}
        empty={{ when: (data) => data.series.length === 0, show: <Empty title={t("chart.empty")} /> }}>
        {(data) => (
          <LabelledChart metric={metric.name} title={metric.name} unit={unitAfter(unitOf(metric), aggregate)} series={data.series}
            height={220} />
        )}
      </Answer>
    </Panel>
  );
}

function LabelBars({ metric }: { metric: Detail }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...metric.labels.map((label) => label.values));
  return (
    <Panel title={t("catalogue.labels")}>
      {metric.labels.length === 0 && <p className={classes.text}>{t("catalogue.noLabels")}</p>}
      <ul className={classes.list}>
        {metric.labels.map((label) => (
          <li key={label.name}>
            <span className={classes.line}>
              <code>{label.name}</code>
              <span className="number">{t("catalogue.values", { count: label.values, shown: formatCount(label.values) })}</span>
            </span>
            <span className={classes.bar} aria-hidden><span style={{ width: `${(label.values / most) * 100}%` }} /></span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Uses({ name }: { name: string }) {
  const { t } = useTranslation();
  const answer = useMetricUses(name);
  return (
    <Answer query={answer} loading={<Panel><Loading rows={4} /></Panel>}>
      {(data) => (
        <div className={classes.column}>
          <Panel title={t("catalogue.uses")}>
            {data.uses.length === 0 && <p className={classes.text}>{t("catalogue.noUses")}</p>}
            <ul className={classes.list}>{data.uses.map((use) => <Use key={use.kind + use.id} use={use} />)}</ul>
          </Panel>
          <Panel title={t("catalogue.fits")}>
            {data.fits.length === 0 && <p className={classes.text}>{t("catalogue.noFits")}</p>}
            <ul className={classes.list}>{data.fits.map((fit) => <Fit key={fit.rule} fit={fit} />)}</ul>
          </Panel>
        </div>
      )}
    </Answer>
  );
}

function Use({ use }: { use: MetricUse }) {
  const { t, i18n } = useTranslation();
  return (
    <li>
      <Link to={`/rules/${encodeURIComponent(use.id)}`} className="ellipsis">{localized(use.title, i18n.language) || use.id}</Link>
      <span className="dim">
        {t(`catalogue.strength.${use.strength}`)}
        {use.through.length > 0 && ` · ${t("catalogue.through", { modules: use.through.join(", ") })}`}
      </span>
    </li>
  );
}

function Fit({ fit }: { fit: MetricFit }) {
  const { t, i18n } = useTranslation();
  const reasons = Object.entries(fit.reasons).map(([reason, shared]) => t(`catalogue.reason.${reason}`, { shared }));
  return (
    <li>
      <span className={classes.line}>
        <span className="ellipsis">{localized(fit.title, i18n.language)}</span>
        <Link to={`/rules/new?from=${encodeURIComponent(fit.rule)}`}
          aria-label={t("catalogue.makeOf", { rule: localized(fit.title, i18n.language) })}>{t("catalogue.make")}</Link>
      </span>
      <span className="dim">{`${Math.round(fit.score * 100)} % · ${reasons.join(" · ")}`}</span>
      {fit.score < 1 && <span className="dim">{t("catalogue.reads", { metric: fit.reads })}</span>}
    </li>
  );
}
