// SPDX-License-Identifier: Apache-2.0
// tries: symbols in the registry, which no collector takes back
// expect: limit memory|wallTime|cpuTime | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    for (let i = 0; ; i++) Symbol.for("s".repeat(1000) + i);
  },
});
