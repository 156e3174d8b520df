// SPDX-License-Identifier: Apache-2.0
// tries: the SDK's own module as JSON, for its text
// expect: completed
// log: refused
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    import("sextant", { with: { type: "json" } }).then((module) => log(typeof module.default), (error) => log("refused", error.message));
  },
});
