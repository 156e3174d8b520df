// SPDX-License-Identifier: Apache-2.0
// tries: with, to look names up in the global object
// expect: completed | failed
// never: function
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(new Function("o", "with (o) { return typeof Java; }")(globalThis));
  },
});
