// SPDX-License-Identifier: Apache-2.0
// tries: a verdict of a kind that is none
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    Object.prototype.toJSON = function () { return this.verdicts ? { verdicts: [{ kind: "explode", labels: {}, severity: null, value: null, score: null, reason: null, charts: [] }], judged: false, charts: [] } : this; };
  },
});
