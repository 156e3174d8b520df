// SPDX-License-Identifier: Apache-2.0
// tries: a promise as the rule
// expect: invalid
import { rule } from "sextant";
export default Promise.resolve(rule({ id: "hostile", every: "1m", evaluate() {} }));
