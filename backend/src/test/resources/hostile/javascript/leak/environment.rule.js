// SPDX-License-Identifier: Apache-2.0
// tries: the environment of the process
// expect: completed
// log: undefined undefined
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(typeof globalThis.process?.env, typeof globalThis.env);
  },
});
