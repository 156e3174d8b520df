// SPDX-License-Identifier: Apache-2.0
// tries: an iterator that never is done, as the result
// expect: limit wallTime|cpuTime|memory | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    return { [Symbol.iterator]: () => ({ next: () => ({ done: false, value: null }) }) };
  },
});
