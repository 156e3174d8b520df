// SPDX-License-Identifier: Apache-2.0
// tries: dates without end
// expect: limit wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    for (let i = 0; ; i++) new Date(`2026-01-01T00:00:00.${i % 1000}Z`).toLocaleString("zh");
  },
});
