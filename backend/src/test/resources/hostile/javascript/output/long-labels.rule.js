// SPDX-License-Identifier: Apache-2.0
// tries: a label of megabytes
// expect: failed | limit resultBytes
import { rule, fire } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    return [fire({ host: "x".repeat(1e6) })];
  },
});
