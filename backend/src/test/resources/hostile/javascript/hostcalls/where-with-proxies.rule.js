// SPDX-License-Identifier: Apache-2.0
// tries: arrays and objects that are proxies which lie about themselves
// expect: completed | failed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    const list = new Proxy(["a"], { get: (target, name) => (name === "length" ? 1e9 : target[name]) });
    log(data.metric("m").last("5m").where({ host: list }).count());
  },
});
