// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Entity } from "../../api/entities";
import { useMetrics, useSeries } from "../../api/hooks";
import type { Metric } from "../../api/types";
import { LabelledChart } from "../../elements/labels/LabelledChart";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Empty, Loading } from "../../elements/states/States";
import { DEFAULT_RANGE, stepFor } from "../../format/range";
import { spanSince } from "../../format/time";
import { unitAfter, unitOf } from "../../format/units";
import classes from "./Entities.module.css";

const MOST = 50;
const SHOWN = 8;

/** The metrics that have series of an entity, and the last hour of one of them. */
export function EntityMetrics({ entity }: { entity: Entity }) {
  const { t } = useTranslation();
  const search = Object.entries(entity.labels).map(([name, value]) => `${name}=${value}`).join(" ");
  const metrics = useMetrics(search, MOST);
  const [picked, setPicked] = useState<string | null>(null);
  const [isAll, setAll] = useState(false);
  return (
    <Panel title={t("entities.series")}>
      <Answer query={metrics} loading={<Loading rows={6} />} empty={{
        when: (page) => page.items.length === 0,
        show: <p className={classes.text}>{t("entities.noSeries")}</p>,
      }}>
        {(page) => {
          const shown = page.items.find((metric) => metric.name === picked) ?? page.items[0];
          return (
            <>
              {shown && <Picture key={shown.name} metric={shown} entity={entity} />}
              <ul className={classes.list}>
                {page.items.slice(0, isAll ? MOST : SHOWN).map((metric) => (
                  <li key={metric.name} className={classes.line}>
                    <button type="button" className={`${classes.pick} ellipsis`} aria-pressed={metric === shown}
                      title={metric.description ?? ""} onClick={() => setPicked(metric.name)}>
                      <code>{metric.name}</code>
                    </button>
                    <span className="dim">{spanSince(metric.lastSeen)}</span>
                  </li>
                ))}
              </ul>
              {page.items.length > SHOWN && !isAll && (
                <Button size="xs" variant="subtle" onClick={() => setAll(true)}>
                  {t("entities.allSeries", { count: page.items.length })}
                </Button>
              )}
            </>
          );
        }}
      </Answer>
    </Panel>
  );
}

function Picture({ metric, entity }: { metric: Metric; entity: Entity }) {
  const { t } = useTranslation();
  const aggregate = metric.type === "counter" ? "rate" : "avg";
  const answer = useSeries({
    metric: metric.name, where: entity.labels, aggregate, step: stepFor(DEFAULT_RANGE, aggregate), last: "1h",
  });
  const query = new URLSearchParams({ metric: metric.name });
  for (const [name, value] of Object.entries(entity.labels)) query.append("where", `${name}=${value}`);
  return (
    <>
      <div className={classes.line}>
        <Link to={`/catalogue?${new URLSearchParams({ metric: metric.name }).toString()}`} className="ellipsis">
          <code>{metric.name}</code>
        </Link>
        <Button component={Link} to={`/explore?${query.toString()}`} size="xs" variant="default">{t("catalogue.explore")}</Button>
      </div>
      <Answer query={answer} loading={<Loading rows={1} height={200} />}
        empty={{ when: (data) => data.series.length === 0, show: <Empty title={t("chart.empty")} /> }}>
        {(data) => (
          <LabelledChart metric={metric.name} fixed={entity.labels} title={metric.name} unit={unitAfter(unitOf(metric), aggregate)}
            series={data.series} height={200} />
        )}
      </Answer>
    </>
  );
}
