// SPDX-License-Identifier: Apache-2.0
// tries: a prototype chain of a hundred thousand
// expect: failed | completed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    let object = {};
    for (let i = 0; i < 1e5; i++) object = Object.create(object);
    log(object.x, "x" in object, object instanceof Map);
  },
});
