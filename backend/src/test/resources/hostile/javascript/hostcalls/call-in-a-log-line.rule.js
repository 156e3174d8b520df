// SPDX-License-Identifier: Apache-2.0
// tries: host calls while a log line is written
// expect: completed | failed | limit hostCalls
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    for (let n = 0; n < 200; n++) log({ toJSON() { return data.metric("m").last("5m").count(); } });
  },
});
