// SPDX-License-Identifier: Apache-2.0
// tries: an async evaluate
// expect: invalid | failed
// says: async
import { rule } from "sextant";
export default rule({ id: "hostile", every: "1m", async evaluate() { for (;;) await null; } });
