// SPDX-License-Identifier: Apache-2.0
// tries: to make the runtime itself fail, for the text of its failure
// expect: failed | completed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const odd = [new Proxy(function () {}, {}), Object.create(Function.prototype), new Proxy([], {}), Symbol.iterator];
    for (const one of odd) { try { one(); new one(); String(one); one.x.y; } catch (error) { log(String(error)); } }
    new Intl.DateTimeFormat("en", { timeZone: "x".repeat(1e5) });
  },
});
