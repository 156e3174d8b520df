// SPDX-License-Identifier: Apache-2.0
// tries: to wait while the header is read
// expect: invalid
import { rule } from "sextant";
await new Promise(() => {});
export default rule({ id: "hostile", every: "1m", evaluate() {} });
