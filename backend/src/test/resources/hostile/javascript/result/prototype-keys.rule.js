// SPDX-License-Identifier: Apache-2.0
// tries: keys that are special in JavaScript
// expect: completed | failed
import { rule, fire } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    return [fire(JSON.parse("{\"__proto__\": \"a\", \"constructor\": \"b\", \"hasOwnProperty\": \"c\"}"))];
  },
});
