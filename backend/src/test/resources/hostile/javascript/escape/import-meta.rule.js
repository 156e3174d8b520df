// SPDX-License-Identifier: Apache-2.0
// tries: where the module lies, by import.meta
// expect: completed
// never: file:
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(Object.getOwnPropertyNames(import.meta), String(import.meta.url));
  },
});
