// SPDX-License-Identifier: Apache-2.0
// tries: deleted built-ins
// expect: completed | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    for (const name of Object.getOwnPropertyNames(globalThis)) if (!["undefined", "NaN", "Infinity"].includes(name)) delete globalThis[name];
  },
});
