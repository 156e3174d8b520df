// SPDX-License-Identifier: Apache-2.0
// tries: frozen built-ins, so that the next SDK cannot start
// expect: completed | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    for (const name of Object.getOwnPropertyNames(globalThis)) {
      const value = globalThis[name];
      if (typeof value === "function") { Object.freeze(value); if (value.prototype) Object.freeze(value.prototype); }
    }
    Object.freeze(globalThis);
  },
});
