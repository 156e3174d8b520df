// SPDX-License-Identifier: Apache-2.0
// tries: parameters that are others when it runs
// expect: failed | completed
import { rule, p } from "sextant";

const isRun = Date.now() > 0;
const forged = { kind: "number", fallback: 1, options: { min: { valueOf() { for (;;) {} } } } };
export default rule({
  id: "hostile", every: "1m", params: isRun ? { a: forged } : { a: p.number(1) },
  evaluate({ params, log }) { log(params.a); },
});
