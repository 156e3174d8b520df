// SPDX-License-Identifier: Apache-2.0
import { check, gen } from "sextant/testing";
import rule from "./cpu-high.rule.js";

check(rule, "fires half a minute after the average is over the threshold, and resolves once", (t) => {
  const busy = gen.constant(0.4).shift(0.55, "00:10", "10m").clamp(0, 1);
  t.series("host.cpu.usage_ratio", { host: "a" }, busy, { every: "10s" });
  t.series("host.cpu.usage_ratio", { host: "b" }, gen.wave("1h", 0.5, 0.3).noise(0.05), { every: "10s" });
  t.run("2026-03-02T00:00/30m");
  t.expect.firstFire({ host: "a" }).between("00:11", "00:12");
  t.expect.firstResolve({ host: "a" }).between("00:20", "00:21");
  t.expect.severity({ host: "a" }).toBe("warning");
  t.expect.alerts().toHaveLength(1);
});
