// SPDX-License-Identifier: Apache-2.0
// tries: to stop in a debugger
// expect: completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    debugger;
    log(typeof debug, typeof d8, typeof gc);
  },
});
