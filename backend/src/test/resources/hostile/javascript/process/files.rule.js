// SPDX-License-Identifier: Apache-2.0
// tries: whatever reads files
// expect: completed
// log: undefined undefined undefined undefined undefined undefined
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(typeof load, typeof loadWithNewGlobal, typeof read, typeof readFully, typeof readbuffer, typeof readLine);
  },
});
