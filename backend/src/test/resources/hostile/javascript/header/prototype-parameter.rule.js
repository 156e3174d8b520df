// SPDX-License-Identifier: Apache-2.0
// tries: a parameter that is called like the prototype
// expect: completed | failed | invalid
import { rule, p } from "sextant";
export default rule({ id: "hostile", every: "1m", params: { ["__proto__"]: p.list(["a"]), constructor: p.number(1), toString: p.string("x") }, evaluate({ params, log }) { log(typeof params.hasOwnProperty); } });
