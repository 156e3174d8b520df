// SPDX-License-Identifier: Apache-2.0
// tries: collation over and over
// expect: limit wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const long = "\u00e4".repeat(1e5);
    for (let i = 0; ; i++) (long + i).localeCompare(long, "de", { sensitivity: "base" });
  },
});
