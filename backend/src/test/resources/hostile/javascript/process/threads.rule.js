// SPDX-License-Identifier: Apache-2.0
// tries: threads and shared memory
// expect: completed
// log: undefined undefined undefined undefined
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(typeof Worker, typeof SharedArrayBuffer, typeof Atomics, typeof SharedWorker);
  },
});
