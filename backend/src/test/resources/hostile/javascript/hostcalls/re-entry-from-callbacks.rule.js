// SPDX-License-Identifier: Apache-2.0
// tries: terminals within terminals of the same frame
// expect: failed | limit hostCalls | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    const frame = data.metric("m").last("5m");
    const again = () => data.metric("m").last("5m").map(() => again());
    frame.map(again);
  },
});
