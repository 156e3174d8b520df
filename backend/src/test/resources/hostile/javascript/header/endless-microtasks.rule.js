// SPDX-License-Identifier: Apache-2.0
// tries: jobs that make jobs while the header is read
// expect: invalid
import { rule } from "sextant";
const again = () => Promise.resolve().then(again);
again();
export default rule({ id: "hostile", every: "1m", evaluate() {} });
