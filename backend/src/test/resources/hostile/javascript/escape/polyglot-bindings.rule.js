// SPDX-License-Identifier: Apache-2.0
// tries: the bindings that languages share
// expect: completed
// log: undefined undefined
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(typeof globalThis.Polyglot?.import, typeof globalThis.Polyglot?.export);
  },
});
