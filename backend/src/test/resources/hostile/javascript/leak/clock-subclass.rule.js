// SPDX-License-Identifier: Apache-2.0
// tries: the real clock by a class that extends Date
// expect: completed
// log: 0
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    class Mine extends Date {}
    log(new Mine() - ctx.now);
  },
});
