// SPDX-License-Identifier: Apache-2.0
// tries: conditions that answer otherwise every time they are read
// expect: completed | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    let reads = 0;
    const liar = { get host() { return reads++ === 0 ? "a" : { regex: ".*", metric: "other.metric" }; } };
    log(data.metric("m").last("5m").where(liar).count());
  },
});
