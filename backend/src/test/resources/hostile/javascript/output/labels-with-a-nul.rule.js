// SPDX-License-Identifier: Apache-2.0
// tries: labels that a database does not take
// expect: failed | completed
// never: \u0000
import { rule, fire } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    return [fire({ "ho\u0000st": "a\u0000b\ud800" }, { reason: "c\u0000d" })];
  },
});
