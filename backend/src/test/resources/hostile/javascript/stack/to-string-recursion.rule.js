// SPDX-License-Identifier: Apache-2.0
// tries: a text made of itself
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const object = { toString() { return `${this}`; } };
    log(`${object}`);
  },
});
