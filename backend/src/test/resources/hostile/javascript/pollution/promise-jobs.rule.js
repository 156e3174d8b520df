// SPDX-License-Identifier: Apache-2.0
// tries: jobs left in the queue for the next evaluation
// expect: completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const leave = (n) => Promise.resolve().then(() => { globalThis.late = n; if (n < 1000) leave(n + 1); });
    leave(0);
    log("left");
  },
});
