// SPDX-License-Identifier: Apache-2.0
// tries: a result that is a number
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    Object.prototype.toJSON = () => 7;
    return [];
  },
});
