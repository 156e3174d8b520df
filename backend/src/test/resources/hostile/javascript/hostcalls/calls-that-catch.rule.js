// SPDX-License-Identifier: Apache-2.0
// tries: host calls for ever, whatever they say
// expect: limit hostCalls|wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    for (;;) { try { data.metric("m").last("5m").count(); } catch { continue; } }
  },
});
