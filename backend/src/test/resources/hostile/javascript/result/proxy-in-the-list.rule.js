// SPDX-License-Identifier: Apache-2.0
// tries: a list of verdicts that is a proxy without length
// expect: completed | failed | limit wallTime|cpuTime|memory|resultBytes
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    return new Proxy([], { get(target, name) { return name === "length" ? Infinity : name === Symbol.iterator ? function* () { for (;;) yield null; } : target[name]; } });
  },
});
