// SPDX-License-Identifier: Apache-2.0
// tries: the roots of Java packages as globals
// expect: completed
// log: undefined undefined undefined undefined undefined undefined
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(typeof java, typeof javax, typeof javafx, typeof com, typeof org, typeof edu);
  },
});
