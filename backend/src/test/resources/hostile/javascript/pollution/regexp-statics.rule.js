// SPDX-License-Identifier: Apache-2.0
// tries: what the expression of an earlier evaluation matched
// expect: completed
// log: []
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(String([RegExp.$1, RegExp.input, RegExp.lastMatch].filter((text) => text?.includes("vault")).length === 0 ? "[]" : RegExp.input));
    /(vault-left-behind)/.test("vault-left-behind");
  },
});
