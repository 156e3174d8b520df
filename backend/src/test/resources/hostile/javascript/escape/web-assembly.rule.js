// SPDX-License-Identifier: Apache-2.0
// tries: WebAssembly, for memory outside of the heap's bounds
// expect: completed
// log: undefined
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(typeof WebAssembly);
  },
});
