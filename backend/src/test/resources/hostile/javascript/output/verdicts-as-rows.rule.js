// SPDX-License-Identifier: Apache-2.0
// tries: ten thousand verdicts
// expect: failed | limit resultBytes
import { rule, fire } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    return Array.from({ length: 1e4 }, (_, i) => fire({ h: `${i}` }));
  },
});
