// SPDX-License-Identifier: Apache-2.0
// tries: the clock and the random numbers of the next evaluation
// expect: completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    Date.now = () => 7;
    Date.prototype.getTime = () => 7;
    Math.random = () => 0.7;
    globalThis.Date = class {};
  },
});
