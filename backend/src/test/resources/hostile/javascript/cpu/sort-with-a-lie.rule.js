// SPDX-License-Identifier: Apache-2.0
// tries: a comparator that never agrees with itself
// expect: completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    let turn = 0;
    const sorted = Array.from({ length: 5000 }, (_, i) => i).sort(() => (turn = (turn + 1) % 3) - 1);
    log(sorted.length);
  },
});
