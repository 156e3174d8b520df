// SPDX-License-Identifier: Apache-2.0
// tries: reasons of megabytes
// expect: completed | limit resultBytes|memory
import { rule, fire } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    return Array.from({ length: 50 }, (_, i) => fire({ host: `h${i}` }, { reason: "x".repeat(1e6) }));
  },
});
