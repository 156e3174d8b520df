// SPDX-License-Identifier: Apache-2.0
// tries: one chart that a verdict points at a hundred thousand times
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { state } = ctx;
    const series = { name: "s", labels: {}, times: Array.from({ length: 5000 }, (_, i) => i), values: new Array(5000).fill(1.5) };
    const chart = { title: null, unit: null, series: [series], lines: [], bands: [], areas: [] };
    Object.assign = () => ({ json: JSON.stringify({ verdicts: [{ kind: "fire", labels: {}, severity: "info", value: null, score: null, reason: null, charts: new Array(1e5).fill(0) }], judged: false, charts: [chart] }), state: "{}" });
  },
});
