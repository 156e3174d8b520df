// SPDX-License-Identifier: Apache-2.0
// tries: JSON, by which plans and results are written
// expect: completed | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    JSON.stringify = () => "{}";
    JSON.parse = () => ({ series: [] });
  },
});
