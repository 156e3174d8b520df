// SPDX-License-Identifier: Apache-2.0
// tries: texts that are no JSON
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { state } = ctx;
    Object.assign = () => ({ json: "{\"verdicts\": [", state: "]" });
  },
});
