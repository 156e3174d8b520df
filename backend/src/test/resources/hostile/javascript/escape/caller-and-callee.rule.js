// SPDX-License-Identifier: Apache-2.0
// tries: the callers of a function, as old code could see them
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    function inner() { return inner.caller.caller; }
    log(String(inner()));
  },
});
