// SPDX-License-Identifier: Apache-2.0
// tries: host calls while the result is read
// expect: completed | failed | limit hostCalls|wallTime|cpuTime
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    const traps = { get entity() { return data.metric("m").last("5m").rows()[0].entity; }, get value() { for (let n = 0; n < 200; n++) data.metric("m").last("5m").count(); return 1; } };
    return [traps];
  },
});
