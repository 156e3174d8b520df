// SPDX-License-Identifier: Apache-2.0
// tries: an await that nobody answers, inside of evaluate
// expect: completed | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    (async () => { await new Promise(() => {}); log("never"); })();
  },
});
