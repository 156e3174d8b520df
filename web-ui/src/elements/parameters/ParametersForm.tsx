// SPDX-License-Identifier: Apache-2.0
import { NumberInput, Select, Switch, TagsInput, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Parameter, Parameters } from "../../api/types";
import { localized } from "../../format/text";
import { MetricPicker } from "../metric-picker/MetricPicker";
import { faultOf, valueOf } from "./fields";
import classes from "./ParametersForm.module.css";

type Props = { fields: Parameter[]; values: Parameters; onChange: (values: Parameters) => void };

/** The form that people who do not write code will see, drawn from the header of the rule. */
export function ParametersForm({ fields, values, onChange }: Props) {
  return (
    <div className={classes.form}>
      {fields.map((field) => (
        <Input key={field.name} field={field} value={valueOf(field, values)}
          onChange={(value) => onChange({ ...values, [field.name]: value })} />
      ))}
    </div>
  );
}

type InputProps = { field: Parameter; value: unknown; onChange: (value: unknown) => void };

function Input({ field, value, onChange }: InputProps) {
  const { t, i18n } = useTranslation();
  const fault = faultOf(field, value);
  const frame = {
    label: localized(field.title, i18n.language) || field.name,
    description: describe(field, localized(field.help, i18n.language)),
    error: fault === null ? undefined : t(fault.key, { limit: fault.limit }),
    size: "sm",
  } as const;
  const text = typeof value === "string" ? value : value === undefined || value === null ? "" : String(value);
  switch (field.kind) {
    case "number":
    case "int":
    case "percent":
      return (
        <NumberInput {...frame} value={typeof value === "number" ? value : text} allowDecimal={field.kind !== "int"}
          step={field.kind === "int" ? 1 : stepOf(field)} onChange={onChange}
          {...(field.kind === "percent" ? { suffix: " %" } : {})} />
      );
    case "boolean":
      return (
        <Switch label={frame.label} description={frame.description} checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)} />
      );
    case "enum":
      return <Select {...frame} data={field.options ?? []} value={text} onChange={onChange} allowDeselect={false} />;
    case "metric":
      return <MetricPicker {...frame} value={text} onChange={onChange} />;
    case "list":
      return <TagsInput {...frame} value={Array.isArray(value) ? value.map(String) : []} onChange={onChange} />;
    default:
      return (
        <TextInput {...frame} value={text} onChange={(event) => onChange(event.currentTarget.value)}
          {...(field.kind === "duration" ? { placeholder: "5m", className: classes.short } : {})} />
      );
  }
}

function stepOf(field: Parameter): number {
  const span = Number(field.max ?? Number.NaN) - Number(field.min ?? Number.NaN);
  if (Number.isFinite(span)) return span <= 2 ? 0.05 : span <= 20 ? 0.5 : 1;
  return typeof field.default === "number" && Math.abs(field.default) <= 2 ? 0.05 : 1;
}

function describe(field: Parameter, help: string): string {
  const bounds = field.min !== undefined || field.max !== undefined
    ? `${field.min ?? "−∞"} … ${field.max ?? "∞"}` : "";
  return [help, bounds].filter(Boolean).join(" · ");
}
