// SPDX-License-Identifier: Apache-2.0
import { Combobox, InputBase, ScrollArea, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMetrics } from "../../api/hooks";
import { unitOf } from "../../format/units";
import classes from "./MetricPicker.module.css";

type Props = {
  value: string;
  onChange: (value: string) => void;
  label?: string;
  description?: string;
  error?: string | undefined;
  placeholder?: string;
  size?: string;
};

/** A metric out of the catalogue, found by typing a part of its name or description. */
export function MetricPicker({ value, onChange, label, description, error, placeholder, size = "sm" }: Props) {
  const { t } = useTranslation();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState(value);
  const [search] = useDebouncedValue(text === value ? "" : text, 150);
  const metrics = useMetrics(search);
  useEffect(() => setText(value), [value]);

  const items = metrics.data?.items ?? [];
  return (
    <Combobox store={combobox} onOptionSubmit={(name) => {
      onChange(name);
      setText(name);
      combobox.closeDropdown();
    }}>
      <Combobox.Target>
        <InputBase label={label} description={description} error={error} size={size} value={text}
          placeholder={placeholder ?? t("explore.searchMetric")} rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none" classNames={{ input: classes.input ?? "" }}
          aria-label={label ? undefined : t("explore.searchMetric")}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onFocus={(event) => {
            event.currentTarget.select();
            combobox.openDropdown();
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            setText(value);
          }} />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t("explore.metrics")}>
          <ScrollArea.Autosize mah={320} type="auto">
            {items.map((metric) => (
              <Combobox.Option key={metric.name} value={metric.name} active={metric.name === value}>
                <div className={classes.option}>
                  <span className={classes.name}>{metric.name}</span>
                  <span className={classes.kind}>{[metric.type, unitOf(metric)].filter(Boolean).join(" · ")}</span>
                </div>
                {metric.description && <div className={classes.text}>{metric.description}</div>}
              </Combobox.Option>
            ))}
          </ScrollArea.Autosize>
          {items.length === 0 && <Combobox.Empty>{t("explore.noMetric")}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
