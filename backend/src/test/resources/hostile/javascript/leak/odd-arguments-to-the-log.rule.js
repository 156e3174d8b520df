// SPDX-License-Identifier: Apache-2.0
// tries: class names in what the log says of odd values
// expect: completed | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    for (const odd of [Symbol("s"), 7n, () => 1, class {}, new Proxy({}, {}), Object.create(null), new Map(), new Date(NaN), /x/, new Error("e"), globalThis]) {
      try { log(odd); } catch (error) { log(String(error)); }
    }
  },
});
