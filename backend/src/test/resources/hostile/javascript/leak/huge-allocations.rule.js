// SPDX-License-Identifier: Apache-2.0
// tries: texts of failed allocations
// expect: completed | failed | limit memory|wallTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    for (const make of [() => new ArrayBuffer(2 ** 53), () => new Array(-1), () => "x".repeat(2 ** 31), () => new Float64Array(2 ** 40), () => new Array(2 ** 32)]) {
      try { make(); } catch (error) { log(String(error)); }
    }
  },
});
