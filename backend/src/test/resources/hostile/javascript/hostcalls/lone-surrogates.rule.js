// SPDX-License-Identifier: Apache-2.0
// tries: halves of characters in a plan
// expect: failed | completed
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    log(data.metric("m").where({ "\ud800": "\udfff".repeat(1000) }).last("5m").count());
  },
});
