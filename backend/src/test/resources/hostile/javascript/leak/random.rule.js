// SPDX-License-Identifier: Apache-2.0
// tries: random numbers that differ from one run to the next
// expect: completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(Math.random(), Math.random(), Math.random());
  },
});
