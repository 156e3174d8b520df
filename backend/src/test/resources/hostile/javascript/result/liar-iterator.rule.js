// SPDX-License-Identifier: Apache-2.0
// tries: an iterator whose results are proxies
// expect: failed | completed
import { rule, fire } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    let turn = 0;
    return { [Symbol.iterator]: () => ({ next: () => new Proxy({}, { get: (_, name) => (name === "done" ? turn++ > 3 : fire({ host: `h${turn}` })) }) }) };
  },
});
