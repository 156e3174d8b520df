// SPDX-License-Identifier: Apache-2.0
// tries: methods of java.lang.Object on what the SDK hands out
// expect: completed
// log: none
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    const row = data.metric("m").last("5m").rows()[0];
    const reach = ["getClass", "class", "hashCode", "notify", "wait", "forName", "getDeclaredFields"];
    const found = [row.labels, row.values, row.entity.labels, ctx.now, log, state].flatMap((object) => reach.filter((name) => object[name] !== undefined));
    log(found.join() || "none");
  },
});
