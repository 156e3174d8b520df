// SPDX-License-Identifier: Apache-2.0
// tries: the constructor of verdicts
// expect: failed | completed
import { rule, clear } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const Verdict = clear({ host: "a" }).constructor;
    return [new Verdict("explode", { host: "a" }, {}), Object.setPrototypeOf({ kind: "x" }, Verdict.prototype)];
  },
});
