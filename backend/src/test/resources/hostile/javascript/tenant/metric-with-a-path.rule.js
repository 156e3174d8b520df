// SPDX-License-Identifier: Apache-2.0
// tries: the victim by a name that is a path or a qualified one
// expect: failed | completed
// never: vault
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:*"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    for (const name of ["victim/m", "../victim/m", "victim:m", "m@victim", "victim.m", "m\u0000victim", "m;select"]) {
      try { log(name, data.metric(name).last("5m").rows().length); } catch (error) { log(error.message); }
    }
  },
});
