// SPDX-License-Identifier: Apache-2.0
// tries: a frame that is awaited
// expect: completed | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    (async () => { log(String(await data.metric("m").last("5m").count())); })();
  },
});
