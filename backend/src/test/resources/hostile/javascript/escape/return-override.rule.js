// SPDX-License-Identifier: Apache-2.0
// tries: private fields of the SDK read through a class whose parent returns a foreign object
// expect: completed | failed
// never: JavaArray
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    const row = data.metric("m").last("5m").rows()[0];
    const Row = row.constructor;
    function Parent() { return row; }
    Object.setPrototypeOf(Row, Parent);
    const forged = new Row({}, { metric: "x", labels: {}, points: [1, 2], start: 0, length: 1 });
    log(forged.value, row.value);
  },
});
