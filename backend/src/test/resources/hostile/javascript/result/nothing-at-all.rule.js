// SPDX-License-Identifier: Apache-2.0
// tries: a result that is no JSON at all
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    Object.prototype.toJSON = () => undefined;
    return [];
  },
});
