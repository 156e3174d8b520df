// SPDX-License-Identifier: Apache-2.0
// tries: a plan nested ten thousand deep
// expect: failed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    let frame = data.metric("m").last("5m");
    for (let i = 0; i < 1e4; i++) frame = frame.plus(1);
    frame.count();
  },
});
