// SPDX-License-Identifier: Apache-2.0
// tries: Array.prototype, to be met by the next evaluation
// expect: completed | failed
import { rule, fire } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    Array.prototype.map = () => [fire({ forged: "1" })];
    Array.prototype.filter = Array.prototype.includes = Array.prototype.some = () => { throw new Error("polluted"); };
  },
});
