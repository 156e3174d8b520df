// SPDX-License-Identifier: Apache-2.0
// tries: the victim by a label that might select tenants
// expect: completed | failed
// never: vault
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    for (const label of ["tenant", "tenant_id", "__tenant__", "__name__"]) {
      log(label, data.metric("m").where({ [label]: "victim" }).last("5m").count());
    }
  },
});
