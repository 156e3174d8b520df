// SPDX-License-Identifier: Apache-2.0
// tries: the real clock behind the constructor of a date
// expect: completed
// log: true true
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const Real = Object.getPrototypeOf(new Date(0)).constructor;
    log(new Real().getTime() === ctx.now.getTime(), Reflect.construct(Real, [], Object).constructor === Object || new Real() - ctx.now === 0);
  },
});
