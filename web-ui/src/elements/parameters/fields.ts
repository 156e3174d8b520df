// SPDX-License-Identifier: Apache-2.0
import type { Header, Parameter, Parameters } from "../../api/types";
import { isDuration, parseDuration } from "../../format/range";

export type Fault = { key: string; limit?: number | string };

/** The form of a rule: one field per parameter of its header, in the header's order. */
export function fieldsOf(header: Header | null): Parameter[] {
  return header?.params ?? [];
}

/** What the form shows: the chosen value, else the default. */
export function valueOf(field: Parameter, chosen: Parameters): unknown {
  return field.name in chosen ? chosen[field.name] : field.default;
}

/** Values that differ from the defaults and still belong to a parameter: what is saved with the rule. */
export function keptValues(fields: Parameter[], chosen: Parameters): Parameters {
  const kept: Parameters = {};
  for (const field of fields) {
    if (field.name in chosen && !isSame(chosen[field.name], field.default)) kept[field.name] = chosen[field.name];
  }
  return kept;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The key of what is wrong with a value, with the bound that the text names; null when the value is good. */
export function faultOf(field: Parameter, value: unknown): Fault | null {
  switch (field.kind) {
    case "number":
    case "int":
    case "percent":
      if (typeof value !== "number" || !Number.isFinite(value)) return { key: "parameter.notNumber" };
      if (field.kind === "int" && !Number.isInteger(value)) return { key: "parameter.notInteger" };
      return outside(field, value, Number);
    case "duration":
      if (typeof value !== "string" || !isDuration(value)) return { key: "parameter.notDuration" };
      return outside(field, parseDuration(value) ?? 0, (bound) => parseDuration(String(bound)) ?? 0);
    case "metric":
      return typeof value === "string" && value !== "" ? null : { key: "parameter.required" };
    case "enum":
      return (field.options ?? []).includes(String(value)) ? null : { key: "parameter.notOption" };
    default:
      return null;
  }
}

function outside(field: Parameter, size: number, sizeOf: (bound: number | string) => number): Fault | null {
  if (field.min !== undefined && size < sizeOf(field.min)) return { key: "parameter.tooSmall", limit: field.min };
  if (field.max !== undefined && size > sizeOf(field.max)) return { key: "parameter.tooLarge", limit: field.max };
  return null;
}
