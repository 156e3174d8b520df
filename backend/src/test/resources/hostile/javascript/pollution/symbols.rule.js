// SPDX-License-Identifier: Apache-2.0
// tries: well-known symbols on built-in prototypes
// expect: completed | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    Array.prototype[Symbol.iterator] = function* () { yield "polluted"; };
    RegExp.prototype[Symbol.match] = () => null;
    String.prototype[Symbol.iterator] = Array.prototype[Symbol.iterator];
    Object.prototype[Symbol.toPrimitive] = () => 7;
  },
});
