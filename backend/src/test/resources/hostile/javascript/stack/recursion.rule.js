// SPDX-License-Identifier: Apache-2.0
// tries: recursion without end
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const deep = (n) => deep(n + 1) + 1;
    deep(0);
  },
});
