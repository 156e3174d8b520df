// SPDX-License-Identifier: Apache-2.0
import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { useUsage } from "../../api/hooks";
import { formatValue } from "../../format/units";
import { DESTINATIONS } from "./navigation";
import classes from "./Navigation.module.css";

/** The pages, the count of firing alerts, and at the foot whether the engine keeps up. */
export function Navigation({ isNarrow, onToggle }: { isNarrow: boolean; onToggle?: () => void }) {
  const { t } = useTranslation();
  const usage = useUsage();
  const firing = usage.data?.alerts.firing ?? 0;
  return (
    <nav className={classes.navigation} aria-label={t("shell.navigation")} data-narrow={isNarrow || undefined}>
      <ul className={classes.list}>
        {DESTINATIONS.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <NavLink to={to} end={to === "/"} className={classes.link ?? ""} title={isNarrow ? t(label) : undefined}>
              <Icon size={16} aria-hidden strokeWidth={1.8} />
              <span className={classes.label}>{t(label)}</span>
              {to === "/alerts" && firing > 0 && (
                <span className={classes.count}>
                  {firing}
                  <span className="visually-hidden"> {t("alertState.firing")}</span>
                </span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        {!isNarrow && <Pulse lagMillis={usage.data?.evaluations.lagP99Millis} isDown={usage.isError} />}
        {onToggle && (
          <button type="button" className={classes.toggle} onClick={onToggle} aria-expanded={!isNarrow}
            aria-label={t(isNarrow ? "shell.expand" : "shell.collapse")}>
            {isNarrow ? <PanelLeftOpen size={16} aria-hidden /> : <PanelLeftClose size={16} aria-hidden />}
          </button>
        )}
      </div>
    </nav>
  );
}

function Pulse({ lagMillis, isDown }: { lagMillis: number | undefined; isDown: boolean }) {
  const { t } = useTranslation();
  const text = isDown ? t("shell.unreachable") : t("shell.lag", { lag: formatValue(lagMillis ?? null, "ms") });
  return (
    <span className={classes.pulse} data-down={isDown || undefined}>
      <span className={classes.beat} aria-hidden />
      {text}
    </span>
  );
}
