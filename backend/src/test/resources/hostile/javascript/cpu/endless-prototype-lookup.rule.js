// SPDX-License-Identifier: Apache-2.0
// tries: a prototype chain that is answered by a proxy over and over
// expect: failed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const proxy = new Proxy({}, { get: (target, name, receiver) => receiver[name], has: () => { for (;;) {} } });
    "x" in Object.create(proxy);
  },
});
