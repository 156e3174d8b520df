// SPDX-License-Identifier: Apache-2.0

const KIBI = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
const SI = ["", "k", "M", "G", "T"];

/** A value in its unit, as short as a tile or an axis wants it: 0.734 ratio → 73.4 %, 1536 bytes → 1.5 KiB. */
export function formatValue(value: number | null | undefined, unit: string | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  const [base, per] = splitRate(unit ?? "");
  return formatBase(value, base) + per;
}

function splitRate(unit: string): [string, string] {
  const slash = unit.indexOf("/s");
  return slash > 0 && slash === unit.length - 2 ? [unit.slice(0, slash), "/s"] : [unit, ""];
}

function formatBase(value: number, unit: string): string {
  switch (unit.toLowerCase()) {
    case "ratio":
      return `${trim(value * 100, 1)} %`;
    case "percent":
    case "%":
      return `${trim(value, 1)} %`;
    case "bytes":
    case "byte":
    case "by":
      return scaled(value, 1024, KIBI, " ");
    case "seconds":
    case "s":
      return formatSeconds(value);
    case "milliseconds":
    case "ms":
      return value === 0 ? "0 ms" : formatSeconds(value / 1000);
    case "":
    case "1":
    case "none":
      return formatCount(value);
    default:
      return `${formatCount(value)} ${unit}`;
  }
}

/** 1284902 → 1.28 M; below ten thousand in full with separators. */
export function formatCount(value: number): string {
  if (Math.abs(value) >= 10_000) return scaled(value, 1000, SI, " ");
  if (Number.isInteger(value)) return value.toLocaleString("en-US");
  return trim(value, Math.abs(value) < 1 ? 3 : 2);
}

function scaled(value: number, base: number, names: string[], gap: string): string {
  let index = 0;
  let rest = value;
  while (Math.abs(rest) >= base && index < names.length - 1) {
    rest /= base;
    index += 1;
  }
  const digits = index === 0 ? 0 : Math.abs(rest) < 10 ? 2 : Math.abs(rest) < 100 ? 1 : 0;
  const name = names[index] ?? "";
  return name ? `${trim(rest, digits)}${gap}${name}` : trim(rest, Number.isInteger(rest) ? 0 : 1);
}

function formatSeconds(seconds: number): string {
  const size = Math.abs(seconds);
  if (size === 0) return "0 s";
  if (size < 0.001) return `${trim(seconds * 1e6, 0)} µs`;
  if (size < 1) return `${trim(seconds * 1000, size < 0.01 ? 1 : 0)} ms`;
  if (size < 120) return `${trim(seconds, 1)} s`;
  if (size < 7200) return `${trim(seconds / 60, 0)} min`;
  if (size < 172_800) return `${trim(seconds / 3600, 1)} h`;
  return `${trim(seconds / 86_400, 1)} d`;
}

function trim(value: number, digits: number): string {
  const text = value.toFixed(digits);
  const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return short === "-0" ? "0" : short;
}

/** The unit to show a metric in: UCUM's "1" of a share is a ratio, its {annotations} are words for counts. */
export function unitOf(metric: { name: string; unit: string | null }): string | null {
  const unit = metric.unit ?? "";
  if (unit === "1" && /ratio$/.test(metric.name)) return "ratio";
  return /^\{.*\}$/.test(unit) ? null : unit || null;
}

/** The unit of an aggregate: a rate of bytes is bytes per second, a count has none. */
export function unitAfter(unit: string | null | undefined, aggregate: string | null | undefined): string | null {
  if (aggregate === "count") return null;
  if (aggregate === "rate") return `${unit ?? ""}/s`;
  return unit ?? null;
}
