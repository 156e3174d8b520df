// SPDX-License-Identifier: Apache-2.0
// tries: a power that the runtime computes in one step
// expect: limit wallTime|cpuTime|memory | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(String((7n ** (10n ** 8n)) % 10n));
  },
});
