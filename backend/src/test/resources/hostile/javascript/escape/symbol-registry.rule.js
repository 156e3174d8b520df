// SPDX-License-Identifier: Apache-2.0
// tries: the symbol under which the SDK hands itself to its module
// expect: completed
// log: undefined 0
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(typeof globalThis[Symbol.for("sextant")], Object.getOwnPropertySymbols(globalThis).filter((symbol) => symbol !== Symbol.toStringTag).length);
  },
});
