// SPDX-License-Identifier: Apache-2.0
// tries: sloppy code through an indirect eval
// expect: completed | failed
// log: undefinedundefinedundefined
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log((0, eval)("typeof Java + typeof Polyglot + typeof load"));
  },
});
