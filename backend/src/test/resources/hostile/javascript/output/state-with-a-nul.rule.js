// SPDX-License-Identifier: Apache-2.0
// tries: to remember what a database does not take
// expect: failed | completed
// never: \u0000
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { state } = ctx;
    state["k\u0000"] = "v\u0000\ud800";
  },
});
