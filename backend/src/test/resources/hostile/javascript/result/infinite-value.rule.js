// SPDX-License-Identifier: Apache-2.0
// tries: a value that no number holds
// expect: failed | completed
// never: Infinity
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { state } = ctx;
    Object.prototype.toJSON = function () { return this.verdicts ? { verdicts: [{ kind: "fire", labels: { host: "a" }, severity: "info", value: 1, score: 2, reason: null, charts: [] }], judged: false, charts: [] } : this; };
    const { replace } = String.prototype;
    Object.assign = (target, given) => (given.json ? { json: replace.call(given.json, "\"value\":1", "\"value\":1e999"), state: "{}" } : given);
  },
});
