// SPDX-License-Identifier: Apache-2.0
// tries: classes that extend each other ten thousand deep
// expect: failed | completed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    let Last = class {};
    for (let i = 0; i < 1e4; i++) Last = class extends Last {};
    log(typeof new Last());
  },
});
