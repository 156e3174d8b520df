// SPDX-License-Identifier: Apache-2.0
// tries: the global object as this of a sloppy function
// expect: completed | failed
// never: JavaObject
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const self = new Function("return this")();
    log(self === undefined ? "nothing" : Object.keys(self).length);
  },
});
