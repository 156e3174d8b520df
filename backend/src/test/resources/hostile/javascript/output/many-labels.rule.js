// SPDX-License-Identifier: Apache-2.0
// tries: a verdict of ten thousand labels
// expect: failed | limit resultBytes | limit wallTime
import { rule, fire } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    return [fire(Object.fromEntries(Array.from({ length: 1e4 }, (_, i) => [`l${i}`, "v"])))];
  },
});
