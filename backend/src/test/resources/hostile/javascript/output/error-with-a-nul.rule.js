// SPDX-License-Identifier: Apache-2.0
// tries: an error message that a database does not take
// expect: failed
// never: \u0000
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    throw new Error("nul \u0000 and lone \udc00 surrogate");
  },
});
