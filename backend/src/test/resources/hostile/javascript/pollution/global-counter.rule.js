// SPDX-License-Identifier: Apache-2.0
// tries: a global variable kept from one evaluation to the next
// expect: completed
// log: 1
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    globalThis.count = (globalThis.count ?? 0) + 1;
    log(globalThis.count);
  },
});
