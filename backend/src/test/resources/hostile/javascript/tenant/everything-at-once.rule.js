// SPDX-License-Identifier: Apache-2.0
// tries: every name that might hold a secret, and what the errors suggest
// expect: completed | failed
// never: vault-7391
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:*"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    for (const name of ["victim.secre", "victim.secrets", "victim", "secret", "vault"]) {
      try { log(data.metric(name).last("1h").rows().length); } catch (error) { log(error.message.replaceAll(name, "")); }
    }
  },
});
