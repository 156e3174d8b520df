// SPDX-License-Identifier: Apache-2.0
// tries: a then that answers itself
// expect: failed | limit wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const again = { then(resolve) { resolve(again); } };
    Promise.resolve(again);
    return again;
  },
});
