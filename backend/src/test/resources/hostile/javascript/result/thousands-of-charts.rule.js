// SPDX-License-Identifier: Apache-2.0
// tries: two thousand charts, past the SDK's check
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { state } = ctx;
    const chart = { title: "t", unit: null, series: [], lines: [], bands: [], areas: [] };
    Object.assign = () => ({ json: JSON.stringify({ verdicts: [], judged: false, charts: new Array(2000).fill(chart) }), state: "{}" });
  },
});
