// SPDX-License-Identifier: Apache-2.0
// tries: text that reads otherwise than it runs
// expect: completed | failed | invalid
import { rule } from "sextant";
/*‮ } ⁦if (safe)⁩ ⁦ begin */
export default rule({ id: "hostile", every: "1m", evaluate() {} });
