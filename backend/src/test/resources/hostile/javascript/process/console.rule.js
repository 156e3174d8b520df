// SPDX-License-Identifier: Apache-2.0
// tries: the console of the process
// expect: completed
// log: undefined undefined undefined
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(typeof globalThis.console?.log, typeof print, typeof printErr);
  },
});
