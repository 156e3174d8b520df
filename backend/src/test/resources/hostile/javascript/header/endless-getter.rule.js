// SPDX-License-Identifier: Apache-2.0
// tries: a header with a field that never answers
// expect: invalid
// says: did not come to its end
import { rule } from "sextant";
export default rule({ id: "hostile", get every() { for (;;) {} }, evaluate() {} });
