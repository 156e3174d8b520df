// SPDX-License-Identifier: Apache-2.0
// tries: the text of a huge number
// expect: limit wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    `${(7n ** (10n ** 7n)) ** 10n}`;
  },
});
