// SPDX-License-Identifier: Apache-2.0
import { MultiSelect, Select } from "@mantine/core";
import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabelValues } from "../../api/hooks";
import type { MetricDetail } from "../../api/types";
import { MetricPicker } from "../../elements/metric-picker/MetricPicker";
import { AGGREGATES, aggregateFor, type Asked } from "./state";
import classes from "./Explore.module.css";

type Props = { asked: Asked; metric: MetricDetail | null; onChange: (part: Partial<Asked>) => void };

export function QueryBar({ asked, metric, onChange }: Props) {
  const { t } = useTranslation();
  const labels = (metric?.labels ?? []).map((label) => label.name);
  return (
    <div className={classes.bar}>
      <div className={classes.metric}>
        <MetricPicker label={t("explore.metric")} value={asked.metric ?? ""}
          onChange={(name) => onChange({ metric: name, by: [], where: [], aggregate: null })} />
      </div>
      {metric && (
        <>
          <Select label={t("explore.aggregate")} size="sm" w={130} allowDeselect={false}
            data={AGGREGATES.map((value) => ({ value, label: t(`aggregate.${value}`) }))}
            value={aggregateFor(asked, metric.type)} onChange={(aggregate) => onChange({ aggregate })} />
          <MultiSelect label={t("explore.by")} size="sm" miw={180} data={labels} value={asked.by} clearable
            placeholder={asked.by.length === 0 ? t("explore.everySeries") : ""}
            onChange={(by) => onChange({ by })} clearButtonProps={{ "aria-label": t("explore.clearBy") }} />
          <WhereAdder metric={metric} labels={labels}
            onAdd={(one) => onChange({ where: [...asked.where, one] })} />
          {asked.where.length > 0 && (
            <ul className={classes.chips} aria-label={t("explore.where")}>
              {asked.where.map((one) => (
                <li key={`${one.label}=${one.value}`}>
                  <button type="button" onClick={() => onChange({ where: asked.where.filter((other) => other !== one) })}>
                    <code>{one.label}={one.value}</code>
                    <X size={12} aria-label={t("explore.removeFilter")} />
                  </button>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}

type AdderProps = { metric: MetricDetail; labels: string[]; onAdd: (one: { label: string; value: string }) => void };

/** A filter in two steps: the label, then one of its values. */
function WhereAdder({ metric, labels, onAdd }: AdderProps) {
  const { t } = useTranslation();
  const [label, setLabel] = useState<string | null>(null);
  const values = useLabelValues(label, metric.name);
  if (label === null) {
    return (
      <Select label={t("explore.where")} size="sm" w={160} data={labels} value={null} onChange={setLabel}
        placeholder={t("explore.addFilter")} />
    );
  }
  return (
    <Select key={label} label={t("explore.valueOf", { label })} size="sm" w={160} data={values.data?.items ?? []}
      value={null} searchable defaultDropdownOpened placeholder={label} onBlur={() => setLabel(null)}
      onChange={(value) => {
        if (value !== null) onAdd({ label, value });
        setLabel(null);
      }} />
  );
}
