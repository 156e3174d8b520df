// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import type { AlertDetail } from "../../api/types";
import { AlertStatus } from "../../elements/status/Status";
import { localized } from "../../format/text";
import { formatTime, millisOf } from "../../format/time";
import { formatValue } from "../../format/units";
import classes from "./Alerts.module.css";

/** Every change of state, the newest first. */
export function Timeline({ alert }: { alert: AlertDetail }) {
  const { t, i18n } = useTranslation();
  const unit = alert.charts[0]?.unit ?? null;
  const steps = [...alert.timeline].sort((a, b) => millisOf(b.at) - millisOf(a.at));
  if (steps.length === 0) return <p className="dim">{t("alerts.noTimeline")}</p>;
  return (
    <ol className={classes.timeline} data-testid="timeline">
      {steps.map((step, index) => (
        <li key={index} data-to={step.to}>
          <div className={classes.step}>
            <AlertStatus state={step.to} />
            <time className="dim" dateTime={step.at}>{formatTime(step.at)}</time>
          </div>
          <p className={classes.stepText}>
            {step.value !== null && <strong>{formatValue(step.value, unit)}</strong>}{" "}
            {localized(step.reason, i18n.language)}
          </p>
        </li>
      ))}
    </ol>
  );
}
