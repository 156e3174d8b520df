// SPDX-License-Identifier: Apache-2.0
// tries: a getter that reads itself
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const object = { get x() { return this.x; } };
    object.x;
  },
});
