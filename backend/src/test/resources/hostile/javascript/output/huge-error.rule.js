// SPDX-License-Identifier: Apache-2.0
// tries: an error message of a hundred megabytes
// expect: failed | limit memory|wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    throw new Error("x".repeat(1e8));
  },
});
