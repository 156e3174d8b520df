// SPDX-License-Identifier: Apache-2.0
// tries: a clock, to time what other tenants do
// expect: completed
// log: 0 0 true
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const began = Date.now();
    for (let i = 0; i < 1e6; i++);
    log(Date.now() - began, new Date() - new Date(), Date() === Date());
  },
});
