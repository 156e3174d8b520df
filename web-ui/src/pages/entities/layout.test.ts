// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { layoutOf, NODE } from "./layout";

const link = (from: string, to: string) => ({ from, type: "runs_on", to });

describe("the layout of a graph", () => {
  it("places what depends left of what it depends on", () => {
    const { places } = layoutOf(["host", "pod", "service"], [link("service", "pod"), link("pod", "host"), link("service", "host")]);
    const x = (id: string) => places.get(id)?.x ?? Number.NaN;
    expect(x("service")).toBeLessThan(x("pod"));
    expect(x("pod")).toBeLessThan(x("host"));
  });

  it("comes to an end with rings, with itself and with strangers", () => {
    const { places } = layoutOf(["a", "b", "c"], [link("a", "b"), link("b", "c"), link("c", "a"), link("a", "a"), link("a", "x")]);
    expect([...places.keys()].sort()).toEqual(["a", "b", "c"]);
  });

  it("keeps 200 entities apart and no lane longer than a screen", () => {
    const pods = Array.from({ length: 180 }, (_, index) => `pod-${index}`);
    const nodes = Array.from({ length: 20 }, (_, index) => `node-${index}`);
    const { places, height } = layoutOf([...pods, ...nodes], pods.map((pod, index) => link(pod, `node-${index % 20}`)));
    expect(places.size).toBe(200);
    expect(height).toBeLessThan(800);
    const all = [...places.values()];
    const isOver = (one: (typeof all)[number], other: (typeof all)[number]) => one !== other
      && Math.abs(one.x - other.x) < NODE.width && Math.abs(one.y - other.y) < NODE.height;
    expect(all.filter((one) => all.some((other) => isOver(one, other)))).toEqual([]);
  });

  it("takes a chain of thousands without running out of stack", () => {
    const chain = Array.from({ length: 5_000 }, (_, index) => `e${index}`);
    const { places } = layoutOf(chain, chain.slice(1).map((to, index) => link(`e${index}`, to)));
    expect(places.get("e4999")?.x).toBeGreaterThan(places.get("e4998")?.x ?? Infinity);
  });
});
