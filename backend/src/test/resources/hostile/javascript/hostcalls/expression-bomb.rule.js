// SPDX-License-Identifier: Apache-2.0
// tries: an expression that costs the host its memory
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    data.metric("m").last("5m").where({ host: /((a{1000}){1000}){1000}/ }).count();
  },
});
