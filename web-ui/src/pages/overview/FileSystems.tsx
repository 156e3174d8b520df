// SPDX-License-Identifier: Apache-2.0
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSeries } from "../../api/hooks";
import type { Series } from "../../api/types";
import { lastValue } from "../../elements/chart/options";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Empty } from "../../elements/states/States";
import { formatValue } from "../../format/units";
import classes from "./Overview.module.css";

const NEARLY_FULL = 0.9;
const MOST_SHOWN = 6;

/** How full each mounted file system is now. */
export function FileSystems({ className }: { className: string }) {
  const { t } = useTranslation();
  const used = useSeries({ metric: "host.filesystem.used_ratio", by: ["host", "mount"], aggregate: "last", last: "5m" });
  return (
    <Panel title={t("overview.fileSystems")} className={className}>
      <Answer query={used} empty={{
        when: (data) => data.series.length === 0,
        show: <Empty title={t("chart.empty")} />,
      }}>
        {(data) => {
          const sorted = [...data.series].sort((a, b) => (lastValue(b) ?? 0) - (lastValue(a) ?? 0));
          return (
            <ul className={classes.mounts}>
              {sorted.slice(0, MOST_SHOWN).map((one) => <Mount key={JSON.stringify(one.labels)} series={one} />)}
            </ul>
          );
        }}
      </Answer>
    </Panel>
  );
}

function Mount({ series }: { series: Series }) {
  const { t } = useTranslation();
  const ratio = lastValue(series) ?? 0;
  const isNearlyFull = ratio >= NEARLY_FULL;
  return (
    <li className={classes.mount}>
      <span className={classes.mountName} title={series.labels["host"]}>{series.labels["mount"]}</span>
      <span className={classes.bar} aria-hidden>
        <span style={{ width: `${Math.min(100, ratio * 100)}%` }} data-full={isNearlyFull || undefined} />
      </span>
      <span className={classes.mountValue}>
        {isNearlyFull && <TriangleAlert size={12} aria-label={t("overview.nearlyFull")} />}
        {formatValue(ratio, "ratio")}
      </span>
    </li>
  );
}
