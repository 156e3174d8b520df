// SPDX-License-Identifier: Apache-2.0
// tries: JSON of what makes ever more JSON
// expect: failed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const endless = () => ({ toJSON() { return { next: endless() }; } });
    log(endless());
  },
});
