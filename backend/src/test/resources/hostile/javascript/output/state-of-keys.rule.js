// SPDX-License-Identifier: Apache-2.0
// tries: to remember ten thousand things
// expect: limit stateBytes
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { state } = ctx;
    for (let i = 0; i < 1e4; i++) state[`k${i}`] = i;
  },
});
