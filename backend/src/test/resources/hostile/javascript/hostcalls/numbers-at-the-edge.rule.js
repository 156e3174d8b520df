// SPDX-License-Identifier: Apache-2.0
// tries: counts and numbers at which integers overflow
// expect: failed | completed
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    for (const count of [2 ** 31, 2 ** 53, Number.MAX_SAFE_INTEGER, 2147483647, -0, 1]) {
      try { log(data.metric("m").last("5m").max().top(count).rows().length); } catch (error) { log(error.message); }
    }
  },
});
