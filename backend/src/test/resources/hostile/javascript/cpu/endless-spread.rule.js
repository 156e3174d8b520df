// SPDX-License-Identifier: Apache-2.0
// tries: a spread of an endless iterator
// expect: limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    [...(function* () { for (;;) yield 1; })()];
  },
});
