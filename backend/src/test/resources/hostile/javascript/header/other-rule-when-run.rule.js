// SPDX-License-Identifier: Apache-2.0
// tries: a rule that is no rule any more when it runs
// expect: failed
import { rule } from "sextant";

const isRun = Date.now() > 0;
export default rule(isRun ? 7 : { id: "hostile", every: "1m", evaluate() {} });
