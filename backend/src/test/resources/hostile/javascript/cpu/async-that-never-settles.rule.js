// SPDX-License-Identifier: Apache-2.0
// tries: a promise that never settles, as the result
// expect: failed
// says: promise
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    return new Promise(() => {});
  },
});
