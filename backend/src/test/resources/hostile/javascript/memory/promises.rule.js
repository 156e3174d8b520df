// SPDX-License-Identifier: Apache-2.0
// tries: promises that wait for ever
// expect: limit memory|wallTime|cpuTime | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const all = [];
    for (;;) all.push(new Promise(() => {}).then(() => new Array(100)));
  },
});
