// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import type { LimitUse } from "../../api/types";
import { formatCount, formatValue } from "../../format/units";
import classes from "./Limits.module.css";

const amount = (value: number, unit: string) => (unit === "" ? formatCount(value) : formatValue(value, unit));

/** What an evaluation used of its limits; the one that ended it stands out. */
export function Limits({ limits, passed }: { limits: LimitUse[]; passed: LimitUse | null }) {
  const { t } = useTranslation();
  const isListed = passed === null || limits.some((one) => one.name === passed.name);
  const shown = isListed ? limits : [passed, ...limits];
  if (shown.length === 0) return null;
  return (
    <dl className={classes.limits} aria-label={t("limits.title")} data-testid="limits">
      {shown.map(({ name, used, allowed, unit }) => (
        <div key={name} data-tone={name === passed?.name ? "critical" : undefined}>
          <dt>{t(`limits.${name}`, { defaultValue: name })}</dt>
          <dd>{t("limits.use", { used: amount(used, unit), allowed: amount(allowed, unit) })}</dd>
        </div>
      ))}
    </dl>
  );
}
