// SPDX-License-Identifier: Apache-2.0
// tries: a map that grows
// expect: limit memory|wallTime|cpuTime | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const map = new Map();
    for (let i = 0; ; i++) map.set(`key ${i}`, { i });
  },
});
