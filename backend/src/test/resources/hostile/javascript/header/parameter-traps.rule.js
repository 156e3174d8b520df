// SPDX-License-Identifier: Apache-2.0
// tries: parameters with getters, proxies and texts that loop
// expect: invalid
import { rule, p } from "sextant";
export default rule({ id: "hostile", every: "1m", params: { a: p.number(1, new Proxy({}, { ownKeys: () => { throw new Error("keys"); } })), b: p.enum("x", { options: { length: 1e9 } }) }, evaluate() {} });
