// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { chosenBy, concerns, isOn, moved, scopesOf, within } from "./stretch";

const MINUTE = 60_000;
const bounds = { from: 0, to: 120 * MINUTE };
const series = (labels: Record<string, string>) => ({ labels, times: [], values: [] });

describe("a stretch by the keyboard", () => {
  it("begins at an end of the chart, moves by steps and stays inside", () => {
    expect(moved(null, "ArrowRight", false, bounds)).toEqual({ anchor: 0, at: 0 });
    expect(moved(null, "ArrowLeft", false, bounds)).toEqual({ anchor: 120 * MINUTE, at: 120 * MINUTE });
    expect(moved({ anchor: 0, at: 0 }, "ArrowRight", false, bounds)).toEqual({ anchor: MINUTE, at: MINUTE });
    expect(moved({ anchor: 0, at: 0 }, "ArrowLeft", false, bounds)).toEqual({ anchor: 0, at: 0 });
    expect(moved({ anchor: 0, at: 0 }, "End", true, bounds)).toEqual({ anchor: 0, at: 120 * MINUTE });
    expect(moved({ anchor: 0, at: 0 }, "a", false, bounds)).toBeNull();
  });

  it("is stretched with Shift, to either side", () => {
    const right = moved({ anchor: 30 * MINUTE, at: 30 * MINUTE }, "PageDown", true, bounds);
    expect(right).toEqual({ anchor: 30 * MINUTE, at: 40 * MINUTE });
    const left = moved({ anchor: 30 * MINUTE, at: 30 * MINUTE }, "PageUp", true, bounds);
    expect(left && chosenBy(left, bounds)).toEqual({ from: 20 * MINUTE, to: 30 * MINUTE });
  });

  it("is one step long when it was not stretched, also at the end", () => {
    expect(chosenBy({ anchor: 0, at: 0 }, bounds)).toEqual({ from: 0, to: MINUTE });
    expect(chosenBy({ anchor: 120 * MINUTE, at: 120 * MINUTE }, bounds)).toEqual({ from: 119 * MINUTE, to: 120 * MINUTE });
  });
});

describe("a stretch by dragging", () => {
  it("is in order, whole and on the chart, whichever way and however far one drags", () => {
    expect(within(90.4, -20, bounds)).toEqual({ from: 0, to: 90 });
    expect(within(5, 1e12, bounds)).toEqual({ from: 5, to: 120 * MINUTE });
  });
});

describe("labels on a chart", () => {
  it("speak of the series with their labels, or of sums over them", () => {
    const incident = { labels: { zone: "a" } };
    expect(concerns(incident, [series({ zone: "a", host: "h" })], {})).toBe(true);
    expect(concerns(incident, [series({ zone: "b" })], {})).toBe(false);
    expect(concerns(incident, [series({ host: "h" })], {})).toBe(true);
    expect(concerns(incident, [series({ host: "h" })], { zone: "b" })).toBe(false);
    expect(concerns({ labels: {} }, [series({ zone: "b" })], {})).toBe(true);
    expect(concerns({ labels: {} }, [], {})).toBe(false);
  });

  it("are shown where they reach onto the chart", () => {
    const at = (from: number, to: number) => ({ from: new Date(from).toISOString(), to: new Date(to).toISOString() });
    const shown = { from: 10 * MINUTE, to: 20 * MINUTE };
    expect(isOn(at(0, 10 * MINUTE), shown)).toBe(true);
    expect(isOn(at(0, 9 * MINUTE), shown)).toBe(false);
    expect(isOn(at(0, 90 * MINUTE), shown)).toBe(true);
  });

  it("are made for all series or for one, with what is filtered for", () => {
    expect(scopesOf([series({ host: "h" })], { zone: "a" })).toEqual([{ name: null, labels: { zone: "a", host: "h" } }]);
    expect(scopesOf([series({ host: "h" }), series({ host: "i" })], { zone: "a" })).toEqual([
      { name: null, labels: { zone: "a" } },
      { name: "h", labels: { zone: "a", host: "h" } },
      { name: "i", labels: { zone: "a", host: "i" } },
    ]);
  });
});
