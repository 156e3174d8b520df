// SPDX-License-Identifier: Apache-2.0
// tries: to go on after the evaluation
// expect: completed
// log: undefined undefined undefined undefined
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(typeof setTimeout, typeof setInterval, typeof setImmediate, typeof requestAnimationFrame);
  },
});
