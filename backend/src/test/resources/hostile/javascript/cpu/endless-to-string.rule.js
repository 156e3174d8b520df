// SPDX-License-Identifier: Apache-2.0
// tries: a text that is never done, asked for by the log
// expect: limit wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log({ toString() { for (;;) {} }, toJSON() { for (;;) {} } });
  },
});
