// SPDX-License-Identifier: Apache-2.0
// tries: an object of ever more keys
// expect: limit memory|wallTime|cpuTime | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const object = {};
    for (let i = 0; ; i++) object[`k${i}`] = i;
  },
});
