// SPDX-License-Identifier: Apache-2.0
// tries: a condition whose keys answer without end
// expect: failed | limit wallTime|cpuTime|memory
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    let n = 0;
    const endless = new Proxy({}, { ownKeys() { return Array.from({ length: 1e6 }, () => "k" + n++); }, getOwnPropertyDescriptor() { return { value: "v", enumerable: true, configurable: true }; }, get() { return "v"; } });
    data.metric("m").where(endless).last("5m").rows();
  },
});
