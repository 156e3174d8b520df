// SPDX-License-Identifier: Apache-2.0
// tries: two verdicts about one entity, past the SDK's check
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { state } = ctx;
    const verdict = { kind: "fire", labels: { host: "a" }, severity: "info", value: null, score: null, reason: null, charts: [] };
    Object.assign = () => ({ json: JSON.stringify({ verdicts: [verdict, { ...verdict, kind: "clear" }], judged: false, charts: [] }), state: "{}" });
  },
});
