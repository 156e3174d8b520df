// SPDX-License-Identifier: Apache-2.0
// tries: the state of another rule
// expect: completed
// log: {}
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log, state } = ctx;
    log(state);
    log(Object.getPrototypeOf(state) === Object.prototype, Object.keys(state).length);
  },
});
