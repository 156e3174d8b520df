// SPDX-License-Identifier: Apache-2.0
// tries: all names by an expression on the name itself
// expect: completed | failed
// never: vault
// never: victim.secret
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    log(data.metric("m").where({ __name__: /.*/ }).last("5m").rows().map(row => row.metric).join());
  },
});
