// SPDX-License-Identifier: Apache-2.0
import { check, gen } from "sextant/testing";
import rule from "./filesystem-filling.rule.js";

check(rule, "warns first, becomes critical later, of the one mount that fills", (t) => {
  t.series("host.filesystem.used_ratio", { host: "a", mount: "/data" }, gen.ramp(0.7, 0.95, "01:00", "2h"));
  t.series("host.filesystem.used_ratio", { host: "a", mount: "/" }, gen.constant(0.6));
  t.run("2026-03-02T00:00/4h");
  t.expect.firstFire({ mount: "/data" }).between("01:45", "01:55");
  t.expect.severity({ mount: "/data" }).toBe("critical");
  t.expect.noFire({ mount: "/" });
  t.expect.alerts().toHaveLength(1);
});
