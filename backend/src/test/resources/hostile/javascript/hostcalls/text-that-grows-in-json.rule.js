// SPDX-License-Identifier: Apache-2.0
// tries: a text that is six times as long once it is JSON
// expect: failed
// says: plan
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    data.metric("m").where({ host: "\u0001".repeat(60000) }).last("5m").rows();
  },
});
