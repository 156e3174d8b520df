// SPDX-License-Identifier: Apache-2.0
// tries: names in the global object that lead to the host
// expect: completed
// log: []
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const all = [].constructor.constructor("return globalThis")();
    log(Object.getOwnPropertyNames(all).filter((name) => /java|polyglot|graal|load|print|host|settings/i.test(name)));
  },
});
