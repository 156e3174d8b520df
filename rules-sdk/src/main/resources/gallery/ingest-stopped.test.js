// SPDX-License-Identifier: Apache-2.0
import { check, gen } from "sextant/testing";
import rule from "./ingest-stopped.rule.js";

check(rule, "fires when the counter stands still, and survives a restart", (t) => {
  const samples = gen.constant(20).drop(1, "01:00", "20m").counter().reset("02:00");
  t.series("sextant_ingest_samples_total", { host: "a" }, samples);
  t.history("1h");
  t.run("2026-03-02T00:00/3h");
  t.expect.firstFire().between("01:05", "01:09");
  t.expect.firstResolve().between("01:20", "01:23");
  t.expect.alerts().toHaveLength(1);
});
