// SPDX-License-Identifier: Apache-2.0
// tries: a series of more times than values
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { state } = ctx;
    Object.assign = () => ({ json: JSON.stringify({ verdicts: [], judged: false, charts: [{ title: null, unit: null, series: [{ name: "s", labels: {}, times: [1, 2], values: [1] }], lines: [], bands: [], areas: [] }] }), state: "{}" });
  },
});
