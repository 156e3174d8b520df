// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { useMetrics, useUsage } from "../../api/hooks";
import { PageHead } from "../../elements/panel/Panel";
import { Answer, Loading } from "../../elements/states/States";
import { TimeRangePicker, useTimeRange } from "../../elements/time-range/TimeRangePicker";
import type { TimeRange } from "../../format/range";
import { Catalogue } from "./Catalogue";
import { FirstSteps } from "./FirstSteps";
import { HostCharts } from "./HostCharts";
import { Tiles } from "./Tiles";
import classes from "./Overview.module.css";

const QUARTER: TimeRange = { kind: "last", last: "15m" };

/** Health at a glance, drawn from live series. */
export default function Overview() {
  const { t } = useTranslation();
  const [range, setRange] = useTimeRange(QUARTER);
  const usage = useUsage();
  const host = useMetrics("host.cpu.usage_ratio", 1, true);
  return (
    <>
      <PageHead title={t("page.overview")}>
        <TimeRangePicker range={range} onChange={setRange} />
      </PageHead>
      <Answer query={usage} loading={<Loading rows={1} height={76} />}>
        {(data) => (
          <>
            <Tiles usage={data} />
            <Answer query={host} loading={<Loading rows={3} height={160} />}>
              {(metrics) =>
                metrics.items.length > 0 ? <HostCharts usage={data} range={range} onRange={setRange} />
                  : data.metrics > 0 ? <Catalogue /> : <FirstSteps />}
            </Answer>
          </>
        )}
      </Answer>
      <div className={classes.foot} />
    </>
  );
}
