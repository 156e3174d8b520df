// SPDX-License-Identifier: Apache-2.0
// tries: setters for the indexes of all arrays
// expect: completed | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    Object.defineProperty(Array.prototype, 0, { set() { throw new Error("polluted"); }, get() { return "polluted"; }, configurable: true });
  },
});
