// SPDX-License-Identifier: Apache-2.0
// tries: a hundred thousand proxies in a row
// expect: failed | completed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    let proxy = {};
    for (let i = 0; i < 1e5; i++) proxy = new Proxy(proxy, {});
    log(proxy.x);
  },
});
