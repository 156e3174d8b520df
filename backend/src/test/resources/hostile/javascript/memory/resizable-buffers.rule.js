// SPDX-License-Identifier: Apache-2.0
// tries: buffers that may grow
// expect: limit memory|wallTime|cpuTime | failed | completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const all = [];
    for (let i = 0; i < 1000; i++) { const one = new ArrayBuffer(8, { maxByteLength: 2 ** 30 }); one.resize?.(2 ** 26); all.push(one); }
    log(all.length);
  },
});
