// SPDX-License-Identifier: Apache-2.0
// tries: a text that is the result, of half a gigabyte
// expect: failed | limit memory|wallTime|cpuTime|resultBytes
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    Object.prototype.toJSON = function () { return "x".repeat(2 ** 28); };
    return [fire({ host: "a" })];
  },
});
