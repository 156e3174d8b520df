// SPDX-License-Identifier: Apache-2.0
// tries: JSON nested a million deep
// expect: failed | completed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    JSON.parse("[".repeat(1e6) + "]".repeat(1e6));
  },
});
