// SPDX-License-Identifier: Apache-2.0
// tries: markup and code in a chart
// expect: completed | failed
// never: formatter
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { state } = ctx;
    Object.assign = () => ({ json: JSON.stringify({ verdicts: [{ kind: "fire", labels: { host: "a" }, severity: "info", value: null, score: null, reason: null, charts: [0] }], judged: false, charts: [{ title: "<img src=x onerror=alert(1)>", unit: null, series: [], lines: [], bands: [], areas: [], formatter: "alert(1)", graphic: { onclick: "x" } }] }), state: "{}" });
  },
});
