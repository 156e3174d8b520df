// SPDX-License-Identifier: Apache-2.0
// tries: a plan that holds itself twice, sixty times over
// expect: limit wallTime|cpuTime|memory | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    let frame = data.metric("m").last("5m");
    for (let i = 0; i < 60; i++) frame = frame.plus(frame);
    frame.count();
  },
});
