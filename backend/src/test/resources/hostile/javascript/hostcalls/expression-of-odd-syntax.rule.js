// SPDX-License-Identifier: Apache-2.0
// tries: expressions that the host does not know
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    data.metric("m").last("5m").where({ host: /(?<=a)b\1/ }).count();
  },
});
