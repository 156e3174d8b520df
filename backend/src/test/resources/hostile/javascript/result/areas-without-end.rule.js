// SPDX-License-Identifier: Apache-2.0
// tries: areas, lines and bands of the wrong shape
// expect: failed | completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { state } = ctx;
    Object.assign = () => ({ json: JSON.stringify({ verdicts: [], judged: false, charts: [{ title: null, unit: null, series: [], lines: [{ value: 1, name: {} }], bands: [{}], areas: [{ from: 1e300 }] }] }), state: "{}" });
  },
});
