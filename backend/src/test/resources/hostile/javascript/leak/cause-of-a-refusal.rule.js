// SPDX-License-Identifier: Apache-2.0
// tries: the host's own error behind a refused call
// expect: completed
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    try {
      data.metric("m").where({ host: "x" }).last("400000d").rows();
    } catch (error) {
      log(Reflect.ownKeys(error).join(), String(error.cause), Object.prototype.toString.call(error), error.constructor.name);
    }
  },
});
