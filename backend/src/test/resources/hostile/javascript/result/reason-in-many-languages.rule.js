// SPDX-License-Identifier: Apache-2.0
// tries: reasons in a hundred thousand languages, past the SDK's check
// expect: completed | failed | limit resultBytes
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { state } = ctx;
    const reason = Object.fromEntries(Array.from({ length: 2e4 }, (_, i) => [`l${i}`, "x"]));
    Object.assign = () => ({ json: JSON.stringify({ verdicts: [{ kind: "fire", labels: {}, severity: "info", value: null, score: null, reason, charts: [] }], judged: false, charts: [] }), state: "{}" });
  },
});
