// SPDX-License-Identifier: Apache-2.0
import { OctagonAlert, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Usage } from "../../api/types";
import { Tile } from "../../elements/panel/Tile";
import { formatCount, formatValue } from "../../format/units";
import classes from "./Overview.module.css";

export function Tiles({ usage }: { usage: Usage }) {
  const { t } = useTranslation();
  const { alerts, evaluations } = usage;
  const tone = alerts.critical > 0 ? "critical" : alerts.firing > 0 ? "warning" : "plain";
  return (
    <div className={classes.tiles}>
      <Tile to="/explore" label={t("overview.series")} value={usage.series.toLocaleString("en-US")}
        note={t("overview.metrics", { count: usage.metrics })} />
      <Tile to="/explore" label={t("overview.samples")} 
        value={usage.samplesPerSecond === undefined ? "–" : formatCount(round(usage.samplesPerSecond))} />
      <Tile to="/rules" label={t("overview.rules")} value={usage.rulesEnabled.toLocaleString("en-US")}
        note={usage.rules > usage.rulesEnabled ? t("overview.ofRules", { count: usage.rules }) : undefined} />
      <Tile to="/alerts?state=firing" label={t("overview.firing")} value={alerts.firing} tone={tone}
        note={<FiringNote critical={alerts.critical} warning={alerts.warning} pending={alerts.pending} />} />
      <Tile to="/rules" label={t("overview.lag")} value={formatValue(evaluations.lagP99Millis, "ms")}
        note={t("overview.perMinute", { count: evaluations.lastMinute })} />
    </div>
  );
}

function round(value: number): number {
  return value >= 10 ? Math.round(value) : Math.round(value * 10) / 10;
}

function FiringNote({ critical, warning, pending }: { critical: number; warning: number; pending: number }) {
  const { t } = useTranslation();
  if (critical + warning === 0) {
    return pending > 0 ? <span>{t("overview.pending", { count: pending })}</span> : <span>{t("overview.calm")}</span>;
  }
  return (
    <>
      {critical > 0 && (
        <span className={classes.critical}>
          <OctagonAlert size={12} aria-hidden /> {t("overview.critical", { count: critical })}
        </span>
      )}
      {warning > 0 && (
        <span className={classes.warning}>
          <TriangleAlert size={12} aria-hidden /> {t("overview.warning", { count: warning })}
        </span>
      )}
    </>
  );
}
