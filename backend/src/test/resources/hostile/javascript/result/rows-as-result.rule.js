// SPDX-License-Identifier: Apache-2.0
// tries: rows as the list of verdicts
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    return data.metric("m").last("5m").rows();
  },
});
