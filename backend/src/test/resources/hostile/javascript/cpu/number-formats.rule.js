// SPDX-License-Identifier: Apache-2.0
// tries: formatters, which are expensive to make
// expect: limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    for (let i = 0; ; i++) new Intl.NumberFormat(["de", "en", "zh"][i % 3], { maximumFractionDigits: i % 20 }).format(i / 7);
  },
});
