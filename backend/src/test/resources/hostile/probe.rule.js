// SPDX-License-Identifier: Apache-2.0
// The harmless rule: whatever a hostile script did before, its answer is the same.
import { rule, fire, clear } from "sextant";

export default rule({
  id: "probe", every: "1m", needs: ["metrics:read:m"],
  evaluate({ data, state }) {
    if (Object.keys(state).length > 0 || JSON.stringify({ a: [1] }) !== '{"a":[1]}') {
      throw new Error("odd");
    }
    state.sum = [3, 1, 2].map((n) => n * 2).sort().join() + new Date().getTime() + typeof globalThis.polluted + {}.polluted;
    return data.metric("m").last("5m").max().map((s) => (s.value > 97 ? fire(s, { reason: `${s.values}` }) : clear(s)));
  },
});
