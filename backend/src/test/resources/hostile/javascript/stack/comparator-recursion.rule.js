// SPDX-License-Identifier: Apache-2.0
// tries: a sort within a sort within a sort
// expect: failed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const compare = () => { [2, 1].sort(compare); return 0; };
    [2, 1].sort(compare);
  },
});
