// SPDX-License-Identifier: Apache-2.0
// tries: state of the module kept from one evaluation to the next
// expect: completed
// log: 1
import { rule } from "sextant";
let count = 0;
export default rule({ id: "hostile", every: "1m", evaluate({ log }) { log(++count); } });
