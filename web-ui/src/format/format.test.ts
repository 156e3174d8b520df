// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { isDuration, parseDuration, rangeOf, rangeQuery, stepFor, withRange } from "./range";
import { isPlainId, labelLine, localized, seriesNames } from "./text";
import { fieldText, fieldTime, formatSpan, formatTime } from "./time";
import { formatCount, formatValue, unitAfter, unitOf } from "./units";

describe("values in their unit", () => {
  it.each([
    [0.7342, "ratio", "73.4 %"], [1, "ratio", "100 %"], [99.95, "percent", "100 %"], [0, "ratio", "0 %"],
    [1536, "bytes", "1.5 KiB"], [1024 ** 3, "bytes", "1 GiB"], [2_500_000, "bytes/s", "2.38 MiB/s"], [12, "By", "12 B"],
    [184, "ms", "184 ms"], [0.0004, "seconds", "400 µs"], [61, "s", "61 s"], [7200, "s", "2 h"], [300_000, "s", "3.5 d"],
    [1234, "", "1,234"], [1_284_902, null, "1.28 M"], [0.665, null, "0.665"], [2, "requests", "2 requests"],
    [-0.0001, "ratio", "0 %"],
  ])("%s %s is %s", (value, unit, text) => expect(formatValue(value, unit)).toBe(text));

  it("shows a dash where there is no value", () => {
    expect(formatValue(null, "ratio")).toBe("–");
    expect(formatValue(Number.NaN, "ratio")).toBe("–");
  });

  it("keeps what it counts readable", () => expect(formatCount(10_500)).toBe("10.5 k"));

  it("reads UCUM", () => {
    expect(unitOf({ name: "host.cpu.usage_ratio", unit: "1" })).toBe("ratio");
    expect(unitOf({ name: "files", unit: "{file}" })).toBeNull();
    expect(unitOf({ name: "bytes", unit: "By" })).toBe("By");
  });

  it("knows the unit after an aggregate", () => {
    expect(unitAfter("bytes", "rate")).toBe("bytes/s");
    expect(unitAfter("bytes", "count")).toBeNull();
    expect(unitAfter("ratio", "avg")).toBe("ratio");
  });
});

describe("time ranges", () => {
  it("parse durations", () => {
    expect(parseDuration("1h30m")).toBe(5_400_000);
    expect(parseDuration("90")).toBeNull();
    expect(parseDuration("5 m")).toBeNull();
    expect(isDuration("0s")).toBe(true);
  });

  it("come from the address, and nonsense is the default", () => {
    expect(rangeOf(new URLSearchParams("last=6h"))).toEqual({ kind: "last", last: "6h" });
    expect(rangeOf(new URLSearchParams("from=1000&to=2000"))).toEqual({ kind: "between", from: 1000, to: 2000 });
    expect(rangeOf(new URLSearchParams("from=2000&to=1000&last=x"))).toEqual({ kind: "last", last: "1h" });
  });

  it("go into the address and replace the old one", () => {
    const next = withRange(new URLSearchParams("metric=m&last=1h"), { kind: "between", from: 1.4, to: 9.6 });
    expect(next.toString()).toBe("metric=m&from=1&to=10");
    expect(rangeQuery({ kind: "last", last: "3h" })).toEqual({ last: "3h" });
  });

  it("choose a step that draws a few hundred points", () => {
    expect(stepFor({ kind: "last", last: "15m" })).toBe("10s");
    expect(stepFor({ kind: "last", last: "1d" })).toBe("10m");
    expect(stepFor({ kind: "last", last: "7d" })).toBe("1h");
    expect(stepFor({ kind: "last", last: "15m" }, "rate")).toBe("1m");
  });
});

describe("times", () => {
  it("name the day only when it is another one", () => {
    const noon = new Date(2026, 10, 21, 12, 0, 5).getTime();
    expect(formatTime(noon, noon)).toBe("12:00:05");
    expect(formatTime(noon, noon + 86_400_000)).toBe("2026-11-21 12:00:05");
    expect(formatTime(null)).toBe("–");
  });

  it("say how long in two parts", () => {
    expect([42_000, 185_000, 7_800_000, 349_200_000].map(formatSpan)).toEqual(["42s", "3m 5s", "2h 10m", "4d 1h"]);
  });
});

describe("texts", () => {
  it("come in the reader's language, else in English", () => {
    expect(localized({ en: "CPU", zh: "处理器" }, "zh")).toBe("处理器");
    expect(localized({ en: "CPU" }, "zh")).toBe("CPU");
    expect(localized("CPU", "zh")).toBe("CPU");
    expect(localized(null, "en")).toBe("");
  });

  it("name series by the labels that tell them apart", () => {
    const series = [{ labels: { host: "a", core: "0" } }, { labels: { host: "a", core: "1" } }];
    expect(seriesNames(series)).toEqual(["0", "1"]);
    expect(seriesNames([{ labels: {}, metric: "m" }])).toEqual(["m"]);
    expect(labelLine({ __name__: "m", host: "a", core: "0" })).toBe("host=a core=0");
  });

  it("know a plain id", () => expect(["acme", "A", "-x", "a-1"].map(isPlainId)).toEqual([true, false, false, true]));
});

describe("times in fields", () => {
  it("are read as they are written, in the reader's clock", () => {
    const time = new Date(2026, 10, 2, 3, 5).toISOString();
    expect(fieldText(time)).toBe("2026-11-02 03:05");
    expect(fieldTime("2026-11-02 03:05")).toBe(time);
    expect(fieldTime(" 2026-11-2T3:05 ")).toBe(time);
    expect([fieldText(null), fieldText("never")]).toEqual(["", ""]);
  });

  it.each(["", "2026-11-02", "2026-02-30 10:00", "2026-13-01 10:00", "2026-11-02 24:00", "2026-11-02 10:60", "11/02/2026 10:00"])(
    "%s is none", (text) => expect(fieldTime(text)).toBeNull());
});
