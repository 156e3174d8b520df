// SPDX-License-Identifier: Apache-2.0
// tries: a verdict made of the prototype of the SDK's class
// expect: failed | completed
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    const Kind = fire({ host: "a" }).constructor;
    const forged = Object.create(Kind.prototype, { kind: { value: "fire" }, labels: { value: { toJSON() { return "{}"; } } }, evidence: { value: [] } });
    return [forged];
  },
});
