// SPDX-License-Identifier: Apache-2.0
import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { Activity, Bell, Keyboard, Languages, type LucideIcon, Plus, ScrollText, SunMoon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useAlerts, useMetrics, useRules } from "../../api/hooks";
import { labelLine, localized } from "../../format/text";
import { switchLanguage } from "../../i18n";
import { DESTINATIONS } from "../shell/navigation";

export type Entry = {
  id: string;
  label: string;
  kind: string;
  icon: LucideIcon;
  isCode?: boolean;
  run: () => void;
};

const MOST_PER_KIND = 8;

/** What the palette offers for the typed text; without text, pages and actions. */
export function useEntries(text: string, search: string, onKeys: () => void): Entry[] {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const scheme = useComputedColorScheme("dark");
  const { setColorScheme } = useMantineColorScheme();
  const rules = useRules();
  const alerts = useAlerts({});
  const metrics = useMetrics(search, MOST_PER_KIND);
  const go = (to: string) => () => void navigate(to);

  const fixed: Entry[] = [
    ...DESTINATIONS.map(({ to, label, icon }) => ({ id: to, label: t(label), kind: t("palette.page"), icon, run: go(to) })),
    { id: "new", label: t("rules.new"), kind: t("palette.action"), icon: Plus, run: go("/rules?new=1") },
    { id: "theme", label: t(scheme === "dark" ? "shell.light" : "shell.dark"), kind: t("palette.action"),
      icon: SunMoon, run: () => setColorScheme(scheme === "dark" ? "light" : "dark") },
    { id: "language", label: t("shell.language"), kind: t("palette.action"), icon: Languages,
      run: () => void switchLanguage(i18n.language === "zh" ? "en" : "zh") },
    { id: "keys", label: t("keys.title"), kind: t("palette.action"), icon: Keyboard, run: onKeys },
  ];
  const found: Entry[] = [
    ...(rules.data?.items ?? []).map((rule) => ({
      id: `rule-${rule.id}`, label: `${localized(rule.title, i18n.language) || rule.id} ${rule.id}`.trim(),
      kind: t("palette.rule"), icon: ScrollText, run: go(`/rules/${encodeURIComponent(rule.id)}`),
    })),
    ...(alerts.data?.items ?? []).map((alert) => ({
      id: `alert-${alert.id}`,
      label: `${localized(alert.ruleTitle, i18n.language) || alert.ruleId} ${labelLine(alert.labels)}`,
      kind: t("palette.alert"), icon: Bell, run: go(`/alerts/${encodeURIComponent(alert.id)}`),
    })),
  ];
  if (text.trim() === "") return fixed;
  const matches = (entry: Entry) => isMatch(entry.label, text);
  const metricEntries: Entry[] = (search === "" ? [] : (metrics.data?.items ?? [])).map((metric) => ({
    id: `metric-${metric.name}`, label: metric.name, kind: t("palette.metric"), icon: Activity, isCode: true,
    run: go(`/explore?metric=${encodeURIComponent(metric.name)}`),
  }));
  return [...fixed.filter(matches), ...found.filter(matches).slice(0, MOST_PER_KIND * 2), ...metricEntries];
}

/** Every word of the search is in the label. */
export function isMatch(label: string, text: string): boolean {
  const low = label.toLowerCase();
  return text.toLowerCase().split(/\s+/).every((word) => low.includes(word));
}
