// SPDX-License-Identifier: Apache-2.0
// tries: labels that are objects
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    Object.prototype.toJSON = function () { return this.verdicts ? { verdicts: [{ kind: "fire", labels: { host: { deep: [1] } }, severity: "info", value: null, score: null, reason: null, charts: [] }], judged: false, charts: [] } : this; };
  },
});
