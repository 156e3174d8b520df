// SPDX-License-Identifier: Apache-2.0
// tries: large texts that are made flat and kept
// expect: limit memory|wallTime|cpuTime | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    let text = "x";
    const all = [];
    for (;;) { text = text + text.slice(0, 1e7); all.push(text + 1, JSON.parse(JSON.stringify(text))); }
  },
});
