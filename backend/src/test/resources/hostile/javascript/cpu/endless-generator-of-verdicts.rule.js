// SPDX-License-Identifier: Apache-2.0
// tries: verdicts without end
// expect: limit wallTime|cpuTime|memory|resultBytes | failed
import { rule, clear } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    return (function* () { for (let i = 0; ; i++) yield clear({ host: `h${i}` }); })();
  },
});
