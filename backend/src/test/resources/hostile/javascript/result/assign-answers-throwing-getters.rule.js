// SPDX-License-Identifier: Apache-2.0
// tries: what is handed to the host, with getters that throw
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { state } = ctx;
    Object.assign = () => ({ get json() { throw { toString() { throw new Error("x"); } }; }, state: "{}" });
  },
});
