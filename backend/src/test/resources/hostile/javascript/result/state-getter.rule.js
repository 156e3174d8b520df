// SPDX-License-Identifier: Apache-2.0
// tries: a state whose getters answer otherwise every time
// expect: completed | failed | limit stateBytes
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    let n = 0;
    Object.defineProperty(state, "a", { enumerable: true, get() { n++; return n > 1 ? "x".repeat(1e6) : 1; } });
  },
});
