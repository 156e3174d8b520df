// SPDX-License-Identifier: Apache-2.0
import type { Header, Parameter, Parameters } from "../../api/types";
import { isDuration } from "../../format/range";

export type Field = Parameter & { name: string };

/** The form of a rule: one field per parameter of its header, in the header's order. */
export function fieldsOf(header: Header | null): Field[] {
  return Object.entries(header?.params ?? {}).map(([name, parameter]) => ({ ...parameter, name }));
}

/** What the form shows: the chosen value, else the default. */
export function valueOf(field: Field, chosen: Parameters): unknown {
  return field.name in chosen ? chosen[field.name] : field.default;
}

/** Values that differ from the defaults and still belong to a parameter: what is saved with the rule. */
export function keptValues(fields: Field[], chosen: Parameters): Parameters {
  const kept: Parameters = {};
  for (const field of fields) {
    if (field.name in chosen && !isSame(chosen[field.name], field.default)) kept[field.name] = chosen[field.name];
  }
  return kept;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The key of what is wrong with a value, with what the text needs; null when the value is good. */
export function faultOf(field: Field, value: unknown): { key: string; limit?: number } | null {
  switch (field.type) {
    case "number":
    case "int":
    case "percent":
      return numberFault(field, value);
    case "duration":
      return typeof value === "string" && isDuration(value) ? null : { key: "parameter.notDuration" };
    case "metric":
      return typeof value === "string" && value !== "" ? null : { key: "parameter.required" };
    case "enum":
      return (field.options ?? []).includes(String(value)) ? null : { key: "parameter.notOption" };
    default:
      return null;
  }
}

function numberFault(field: Field, value: unknown): { key: string; limit?: number } | null {
  if (typeof value !== "number" || !Number.isFinite(value)) return { key: "parameter.notNumber" };
  if (field.type === "int" && !Number.isInteger(value)) return { key: "parameter.notInteger" };
  if (field.min !== undefined && value < field.min) return { key: "parameter.tooSmall", limit: field.min };
  if (field.max !== undefined && value > field.max) return { key: "parameter.tooLarge", limit: field.max };
  return null;
}
