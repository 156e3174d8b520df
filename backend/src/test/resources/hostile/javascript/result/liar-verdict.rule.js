// SPDX-License-Identifier: Apache-2.0
// tries: a verdict whose fields answer otherwise every time
// expect: failed | completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    let reads = 0;
    return [new Proxy({ labels: { host: "a" }, reason: "x" }, { get: (target, name) => (reads++ % 2 === 0 ? target[name] : undefined) })];
  },
});
