// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { timeLabel, timeTicks } from "./ticks";

const at = (hours: number, minutes: number, seconds = 0) => new Date(2026, 10, 21, hours, minutes, seconds).getTime();
const labels = (from: number, to: number, width: number) => {
  const ticks = timeTicks(from, to, width);
  return ticks.map((tick) => timeLabel(tick, ticks));
};

describe("the time axis", () => {
  it("has round times, and only as many as fit", () => {
    expect(labels(at(7, 11), at(7, 26), 290)).toEqual(["07:15", "07:20", "07:25"]);
    expect(labels(at(7, 11), at(7, 26), 800)).toEqual(["07:12", "07:14", "07:16", "07:18", "07:20", "07:22", "07:24", "07:26"]);
  });

  it("names the day where one begins, and seconds where they matter", () => {
    expect(labels(at(18, 0), at(18, 0) + 12 * 3_600_000, 290)).toEqual(["18:00", "21:00", "11-22", "03:00", "06:00"]);
    expect(labels(at(7, 0, 5), at(7, 0, 50), 290)).toEqual(["07:00:15", "07:00:30", "07:00:45"]);
  });

  it("is empty when there is nothing to show", () => {
    expect(timeTicks(5, 5, 100)).toEqual([]);
    expect(timeTicks(0, 5, 0)).toEqual([]);
  });
});
