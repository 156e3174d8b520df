// SPDX-License-Identifier: Apache-2.0
// tries: a buffer of two gigabytes
// expect: limit memory|wallTime|cpuTime | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(new ArrayBuffer(2 ** 31 - 1).byteLength, new Uint8Array(2 ** 31 - 1).length);
  },
});
