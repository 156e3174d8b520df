// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { Algorithm } from "../../api/algorithms";
import type { ComparedMethod } from "../../api/labels";
import { askedOf, bestFirst, comparable, queryOf, withAsked } from "./compare";
import { sufferers } from "./end-of-use";

const algorithm = (name: string, more: Partial<Algorithm> = {}): Algorithm =>
  ({ name, version: 3, kind: "anomaly", origin: name.startsWith("own/") ? "own" : "built-in", description: "", source: "", parameters: [], ...more });

describe("the comparison", () => {
  const known = comparable([
    algorithm("anomaly.auto"), algorithm("anomaly.peers"), algorithm("forecast.auto", { kind: "forecast" }),
    algorithm("own/new"), algorithm("own/night", { stable: 2 }),
  ]);

  it("offers detectors, one's own first, in shadow by their number", () => {
    expect(known).toEqual(["own/new@3", "own/night", "anomaly.auto", "anomaly.peers"]);
  });

  it("keeps its question in the address, also that nothing is chosen", () => {
    const asked = { metric: "shop.orders", last: "7d", methods: ["anomaly.auto", "own/new@3"] };
    expect(askedOf(withAsked(asked), known)).toEqual(asked);
    expect(askedOf(withAsked({ ...asked, methods: [] }), known).methods).toEqual([]);
    expect(askedOf(new URLSearchParams("last=9y"), known)).toEqual({
      metric: "", last: "1d", methods: ["own/new@3", "own/night", "anomaly.auto"],
    });
  });

  it("asks for each series by itself", () => {
    expect(queryOf({ metric: "m", last: "1d", methods: [] })).toEqual({ metric: "m", last: "1d", step: "1m" });
  });

  it("shows the best first, the quicker of equals, and what failed last", () => {
    const row = (method: string, f1: number | null, delaySeconds = 0): ComparedMethod => ({
      method, microsPerPoint: 1, problem: null,
      figures: f1 === null ? null : { found: 1, missed: 0, alarms: 1, falseAlarms: 0, precision: 1, recall: 1, f1, delaySeconds },
    });
    const rows = [row("failed", null), row("slow", 0.5, 90), row("quick", 0.5, 30), row("best", 0.9, 500), row("none", 0)];
    expect(bestFirst(rows).map((one) => one.method)).toEqual(["best", "quick", "slow", "none", "failed"]);
  });
});

describe("the end of an algorithm", () => {
  const use = (rule: string, following: boolean, versions: number[]) => ({ rule, title: rule, following, versions, through: [] });

  it("hits rules that name no version when it is retired, and all when it is deleted", () => {
    const uses = [use("follows", true, []), use("pins", false, [1]), use("both", true, [2])];
    expect(sufferers(uses, true)).toEqual(["follows", "both"]);
    expect(sufferers(uses, false)).toEqual(["follows", "pins", "both"]);
  });
});
