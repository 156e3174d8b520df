// SPDX-License-Identifier: Apache-2.0
// tries: one large chart that five thousand verdicts point at
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { state } = ctx;
    const series = { name: "s", labels: {}, times: Array.from({ length: 10000 }, (_, i) => i), values: new Array(10000).fill(1.5) };
    const chart = { title: null, unit: null, series: [series], lines: [], bands: [], areas: [] };
    const verdicts = Array.from({ length: 4000 }, (_, i) => ({ kind: "fire", labels: { h: `${i}` }, severity: "info", value: null, score: null, reason: null, charts: [0] }));
    Object.assign = () => ({ json: JSON.stringify({ verdicts, judged: false, charts: [chart] }), state: "{}" });
  },
});
