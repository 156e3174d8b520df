// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import type { SdkCompletion, SdkItem } from "../../api/sdk";
import { both, itemBefore, membersOf, typeBefore } from "./python-types";

const item = (owner: string, pythonName: string, pythonType: string): SdkItem =>
  ({ owner, name: pythonName, kind: "method", doc: { en: "" }, pythonName, pythonType });

const SDK: SdkCompletion = {
  module: "sextant",
  types: {
    Context: {}, Data: {}, Frame: { iterates: "R" }, Row: {}, BurnRow: { extends: "Row" }, Entity: {}, Parameters: {},
  },
  items: [
    item("sextant", "P", "Parameters"), item("Parameters", "number", "Parameter"),
    item("Context", "data", "Data"), item("Data", "metric", "Frame[Row]"), item("Frame", "by", "Frame[R]"),
    item("Frame", "burn_rate", "Frame[BurnRow]"), item("Row", "entity", "Entity"), item("Entity", "name", "str"),
    item("BurnRow", "breached", "bool"),
  ],
};

const typeOf = (text: string) => typeBefore(text, text.length, SDK)?.name ?? null;

it.each([
  ["ctx", "Context"],
  ["ctx.data", "Data"],
  ['ctx.data.metric("a)(").by("host", *["x"])', "Frame"],
  ['(ctx.data\n  .metric("a")\n  .by("host")', "Frame"],
  ["P", "Parameters"],
  ["ctx.unknown.data", null],
  ["nobody.knows", null],
  ['used = ctx.data.metric("a").by(\n  "host")\nused', "Frame"],
  ['for s in ctx.data.metric("a").by("host"):\n    s', "Row"],
  ['burn = ctx.data.metric("a").burn_rate()\nfor s in burn.by("x"):\n    s', "BurnRow"],
  ['for s in ctx.data.metric("a"):\n    s.entity', "Entity"],
])("knows the type of %s", (text, type) => {
  expect(typeOf(text)).toBe(type);
});

it("gives the members of what a type extends", () => {
  expect(membersOf({ name: "BurnRow", row: "Row" }, SDK).map((one) => one.pythonName)).toEqual(["breached", "entity"]);
});

it("finds the item under the cursor", () => {
  const text = 'ctx.data.metric("a")';
  expect(itemBefore(text, text.indexOf("("), SDK)?.pythonName).toBe("metric");
  expect(itemBefore("P", 1, SDK)?.pythonName).toBe("P");
});

it("knows what a test of a rule names beside the SDK", () => {
  const tests: SdkCompletion = {
    module: "sextant/testing",
    types: { Test: {}, Curve: {}, Generators: {} },
    items: [item("sextant/testing", "gen", "Generators"), item("Generators", "wave", "Curve"), item("Test", "series", "None")],
  };
  const all = both(SDK, tests);

  expect(typeBefore('gen.wave("1d", 1, 2)', 20, all)?.name).toBe("Curve");
  expect(typeBefore("t", 1, all)?.name).toBe("Test");
  expect(typeBefore("ctx.data", 8, all)?.name).toBe("Data");
  expect(typeBefore("t", 1, SDK)).toBeNull();
});
