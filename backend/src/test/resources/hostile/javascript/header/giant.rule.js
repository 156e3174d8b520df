// SPDX-License-Identifier: Apache-2.0
// tries: a header of a hundred thousand parameters
// expect: invalid
import { rule, p } from "sextant";
export default rule({ id: "hostile", every: "1m", params: Object.fromEntries(Array.from({ length: 2e4 }, (_, i) => [`p${i}`, p.number(i)])), evaluate() {} });
