// SPDX-License-Identifier: Apache-2.0
// tries: a result nested a hundred thousand deep
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { state } = ctx;
    Object.assign = () => ({ json: `{"verdicts":${"[".repeat(1e5)}${"]".repeat(1e5)}}`, state: "{}" });
  },
});
