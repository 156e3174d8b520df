// SPDX-License-Identifier: Apache-2.0
// tries: the Function constructor, for a global object with doors to the host
// expect: completed
// log: undefined undefined undefined undefined undefined undefined
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const all = (() => {}).constructor("return globalThis")();
    log(typeof all.Java, typeof all.Packages, typeof all.Polyglot, typeof all.process, typeof all.require, typeof all.load);
  },
});
