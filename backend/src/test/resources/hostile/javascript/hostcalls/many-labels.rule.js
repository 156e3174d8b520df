// SPDX-License-Identifier: Apache-2.0
// tries: to group by a hundred thousand labels
// expect: failed | completed | limit memory|wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    log(data.metric("m").last("5m").by(...Array.from({ length: 1e4 }, (_, i) => `l${i}`)).count());
  },
});
