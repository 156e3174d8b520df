// SPDX-License-Identifier: Apache-2.0
// tries: handles kept for the next evaluation
// expect: completed
// log: first
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    log(globalThis.kept === undefined ? "first" : globalThis.kept.count());
    globalThis.kept = data.metric("m").last("5m");
    globalThis.keptContext = ctx;
  },
});
