// SPDX-License-Identifier: Apache-2.0
// tries: labels of everybody, by an expression that fits everything
// expect: completed
// log: 3
// never: vault
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    log(data.metric("m").where({ host: /.*/, secret: /.*/ }).last("1h").count());
  },
});
