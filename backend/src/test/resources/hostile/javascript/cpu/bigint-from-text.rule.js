// SPDX-License-Identifier: Apache-2.0
// tries: a number of ten million digits from its text
// expect: limit wallTime|cpuTime|memory | failed | completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    BigInt("9".repeat(1e7)) * BigInt("8".repeat(1e7));
  },
});
