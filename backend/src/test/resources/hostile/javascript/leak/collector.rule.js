// SPDX-License-Identifier: Apache-2.0
// tries: to see the collector of memory at work, as a clock
// expect: completed
// log: undefined undefined
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(typeof WeakRef, typeof FinalizationRegistry);
  },
});
