// SPDX-License-Identifier: Apache-2.0
// tries: two functions that call each other
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const ping = (n) => pong(n + 1);
    const pong = (n) => ping(n + 1) * 2;
    ping(0);
  },
});
