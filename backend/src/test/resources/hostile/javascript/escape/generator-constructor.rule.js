// SPDX-License-Identifier: Apache-2.0
// tries: the constructors of generators and async functions instead of Function
// expect: completed
// log: undefined undefined
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const Generator = Object.getPrototypeOf(function* () {}).constructor;
    const Asynchronous = Object.getPrototypeOf(async () => {}).constructor;
    log(Generator("yield typeof Java")().next().value, typeof Asynchronous("return 1")().Java);
  },
});
