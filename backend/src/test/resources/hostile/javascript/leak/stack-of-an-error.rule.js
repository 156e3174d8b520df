// SPDX-License-Identifier: Apache-2.0
// tries: files and classes in the stack of an error
// expect: completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    Error.stackTraceLimit = Infinity;
    log(new Error("here").stack);
  },
});
