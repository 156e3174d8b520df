// SPDX-License-Identifier: Apache-2.0
// tries: files and classes in the stack of an error of the SDK
// expect: completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    Error.stackTraceLimit = Infinity;
    try { data.metric("unheard.of").last("5m").count(); } catch (error) { log(error.stack, Object.getOwnPropertyNames(error)); }
  },
});
