// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { Header } from "../../api/types";
import { faultOf, fieldsOf, keptValues, valueOf } from "./fields";

const header: Header = {
  id: "cpu",
  params: [
    { name: "limit", kind: "percent", default: 80, min: 1, max: 100 },
    { name: "cores", kind: "int", default: 2 },
    { name: "window", kind: "duration", default: "1m", min: "10s", max: "1h" },
    { name: "mode", kind: "enum", default: "avg", options: ["avg", "max"] },
    { name: "metric", kind: "metric", default: "host.cpu.usage_ratio" },
  ],
};
const fields = fieldsOf(header);
const field = (name: string) => fields.find((one) => one.name === name) ?? { name, kind: "string" as const };

describe("the form of a rule", () => {
  it("has a field for each parameter, in order, and none without a header", () => {
    expect(fields.map((one) => one.name)).toEqual(["limit", "cores", "window", "mode", "metric"]);
    expect(fieldsOf(null)).toEqual([]);
  });

  it("shows the chosen value, else the default", () => {
    expect(valueOf(field("limit"), {})).toBe(80);
    expect(valueOf(field("limit"), { limit: 5 })).toBe(5);
  });

  it("saves only what differs from the defaults and still exists", () => {
    expect(keptValues(fields, { limit: 80, window: "5m", gone: 1 })).toEqual({ window: "5m" });
  });

  it.each([
    ["limit", 80, null], ["limit", 0, "parameter.tooSmall"], ["limit", 101, "parameter.tooLarge"],
    ["limit", "", "parameter.notNumber"], ["cores", 1.5, "parameter.notInteger"], ["window", "5m", null],
    ["window", "soon", "parameter.notDuration"], ["window", "2h", "parameter.tooLarge"], ["mode", "min", "parameter.notOption"], ["metric", "", "parameter.required"],
  ])("%s = %s: %s", (name, value, key) => expect(faultOf(field(name), value)?.key ?? null).toBe(key));
});
