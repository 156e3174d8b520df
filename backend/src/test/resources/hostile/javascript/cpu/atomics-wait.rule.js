// SPDX-License-Identifier: Apache-2.0
// tries: to sleep without using time
// expect: failed
// says: is not defined
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
