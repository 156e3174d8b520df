// SPDX-License-Identifier: Apache-2.0
// tries: a search in an array that is as long as arrays get and holds nothing
// expect: completed | limit wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(new Array(4294967295).indexOf(1), new Array(4294967295).includes(1));
  },
});
