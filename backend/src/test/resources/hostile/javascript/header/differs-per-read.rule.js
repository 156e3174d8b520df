// SPDX-License-Identifier: Apache-2.0
// tries: a header that answers otherwise every time it is read
// expect: completed | failed | invalid
import { rule } from "sextant";
let reads = 0;
export default rule({ id: "hostile", get every() { return reads++ % 2 === 0 ? "1m" : { toString: 7 }; }, get needs() { return reads++ % 2 === 0 ? ["metrics:read:*"] : 7; }, evaluate() {} });
