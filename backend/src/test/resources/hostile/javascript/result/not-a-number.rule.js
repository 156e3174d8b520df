// SPDX-License-Identifier: Apache-2.0
// tries: NaN and infinities as value and score
// expect: completed
import { rule, fire, clear } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    return [fire({ host: "a" }, { value: NaN, score: Infinity }), clear({ host: "b" }, { value: -Infinity })];
  },
});
