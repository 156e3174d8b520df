// SPDX-License-Identifier: Apache-2.0
// tries: an array from a length that no array has
// expect: failed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    Array.from({ length: 2 ** 32 - 1 }, () => 1);
  },
});
