// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { firingSpans } from "./alerts/spans";
import { labelsIn } from "./entities/address";
import { queryOf, withAsked } from "./explore/state";
import { importLine } from "./modules/start";
import { isWebAddress } from "./notifications/address";
import { isSameDraft } from "./rule-editor/drafts";
import { safeNext } from "./sign-in/next";

describe("after the sign-in", () => {
  it("goes back to a path of the product only", () => {
    expect(safeNext("/rules/cpu?tab=run")).toBe("/rules/cpu?tab=run");
    for (const bad of [null, "https://evil.example", "//evil.example", "/\\evil.example", "/sign-in", "javascript:1"]) {
      expect(safeNext(bad)).toBe("/");
    }
  });
});

describe("explore", () => {
  it("keeps its question in the address", () => {
    const asked = withAsked(new URLSearchParams("last=3h"), {
      metric: "m", by: ["host", "core"], aggregate: "max",
      where: [{ label: "host", value: "a=b" }, { label: "host", value: "c" }],
    });
    expect(queryOf(asked, "gauge")).toEqual({
      metric: "m", by: ["host", "core"], aggregate: "max", where: { host: ["a=b", "c"] }, last: "3h", step: "1m",
    });
  });

  it("looks at counters as rates", () => {
    expect(queryOf(new URLSearchParams("metric=m"), "counter")?.aggregate).toBe("rate");
    expect(queryOf(new URLSearchParams(""), "counter")).toBeNull();
  });
});

describe("the firing area", () => {
  const at = (minute: number) => new Date(minute * 60_000).toISOString();
  const step = (minute: number, from: "inactive" | "pending" | "firing", to: "pending" | "firing" | "resolved") =>
    ({ at: at(minute), from, to, severity: null, value: null, reason: null });

  it("reaches from firing to resolved, and to now while it fires", () => {
    const timeline = [step(9, "pending", "firing"), step(5, "firing", "resolved"), step(2, "pending", "firing"), step(1, "inactive", "pending")];
    expect(firingSpans({ timeline, state: "firing", firedAt: at(9) }, 600_000)).toEqual([
      { from: 120_000, to: 300_000 }, { from: 540_000, to: 600_000 },
    ]);
  });

  it("is known from the alert when there is no timeline", () => {
    expect(firingSpans({ timeline: [], state: "firing", firedAt: at(1) }, 120_000)).toEqual([{ from: 60_000, to: 120_000 }]);
    expect(firingSpans({ timeline: [], state: "pending", firedAt: null }, 1)).toEqual([]);
  });
});

describe("drafts", () => {
  it("are the same whatever the order of their values", () => {
    const draft = { source: "s", tests: "", enabled: true, parameters: { a: 1, b: 2 } };
    expect(isSameDraft(draft, { ...draft, parameters: { b: 2, a: 1 } })).toBe(true);
    expect(isSameDraft(draft, { ...draft, enabled: false })).toBe(false);
  });
});

describe("webhook addresses", () => {
  it("are http or https", () => {
    expect(["http://a/b", "https://a", "ftp://a", "a", ""].map(isWebAddress)).toEqual([true, true, false, false, false]);
  });
});

describe("ids of entities", () => {
  it("hold the labels that tell them apart", () => {
    expect(labelsIn("pod:namespace=shop,pod=cart~20~E5~BA~97")).toEqual({ namespace: "shop", pod: "cart 店" });
    expect(labelsIn("host:host=100~")).toEqual({ host: "100~" });
  });
});

describe("modules", () => {
  it("are imported by the names that they export", () => {
    const source = "const own = 1;\nexport const half = (x) => x / 2;\nexport async function third() {}\nexport class Fourth {}\nexport let more;\n";
    expect(importLine("shared/budget.js", source)).toBe('import { half, third, Fourth } from "./shared/budget.js";');
    expect(importLine("a/b/c.py", "import math\n\ndef half(x):\n    def inner(): pass\n    return x\n\nclass Third:\n    pass\n"))
      .toBe("from a.b.c import half, Third");
    expect(importLine("shared/new.js", "")).toBe('import { … } from "./shared/new.js";');
  });
});
