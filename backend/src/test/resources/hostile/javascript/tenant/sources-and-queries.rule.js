// SPDX-License-Identifier: Apache-2.0
// tries: SQL and PromQL, past the tenant
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    data.sql("main", "select * from token", []);
  },
});
