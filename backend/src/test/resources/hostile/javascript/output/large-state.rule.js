// SPDX-License-Identifier: Apache-2.0
// tries: to remember more than allowed
// expect: limit stateBytes
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { state } = ctx;
    state.x = "y".repeat(1e6);
  },
});
