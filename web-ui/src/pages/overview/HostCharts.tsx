// SPDX-License-Identifier: Apache-2.0
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Series, Usage } from "../../api/types";
import { SeriesPanel } from "../../elements/chart/SeriesPanel";
import type { TimeRange } from "../../format/range";
import { EngineHealth } from "./EngineHealth";
import { FileSystems } from "./FileSystems";
import { FiringAlerts } from "./FiringAlerts";
import classes from "./Overview.module.css";

type Props = { usage: Usage; range: TimeRange; onRange: (range: TimeRange) => void };

/** The machines that report: processor, memory, load, network, file systems, and what is firing about them. */
export function HostCharts({ usage, range, onRange }: Props) {
  const { t } = useTranslation();
  const onZoom = useCallback((from: number, to: number) => onRange({ kind: "between", from, to }), [onRange]);
  const chart = { range, onZoom };
  return (
    <div className={classes.grid}>
      <SeriesPanel {...chart} className={classes.two ?? ""} title={t("overview.cpu")} height={232} unit="ratio" min={0}
        max={1} query={{ metric: "host.cpu.core.usage_ratio", by: ["host", "core"], aggregate: "avg" }} shape={byCore} />
      <FiringAlerts />
      <SeriesPanel {...chart} title={t("overview.memory")} height={160} unit="ratio" min={0} max={1}
        query={{ metric: "host.memory.used_ratio", by: ["host"], aggregate: "avg" }} />
      <SeriesPanel {...chart} title={t("overview.load")} height={160} unit={null} min={0}
        query={{ metric: "host.load.average", by: ["host", "window"], aggregate: "avg" }} shape={byWindow} />
      <NetworkPanel {...chart} />
      <FileSystems className={classes.two ?? ""} />
      <EngineHealth usage={usage} />
    </div>
  );
}

function NetworkPanel(chart: { range: TimeRange; onZoom: (from: number, to: number) => void }) {
  const { t } = useTranslation();
  return (
    <SeriesPanel {...chart} title={t("overview.network")} height={160} unit="bytes/s" min={0}
      query={{ metric: "host.network.receive_bytes", by: ["interface"], aggregate: "rate" }} shape={busiest} />
  );
}

const BUSIEST = 4;

function busiest(series: Series[]): Series[] {
  const total = (one: Series) => one.values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return [...series].sort((a, b) => total(b) - total(a)).slice(0, BUSIEST);
}

const ordered = (label: string, rank: (value: string) => number) => (series: Series[]) =>
  [...series].sort((a, b) => rank(a.labels[label] ?? "") - rank(b.labels[label] ?? ""));

const byCore = ordered("core", (core) => Number.parseInt(core, 10) || 0);
const byWindow = ordered("window", (window) => Number.parseInt(window, 10) || 0);
