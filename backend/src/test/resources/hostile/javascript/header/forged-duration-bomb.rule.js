// SPDX-License-Identifier: Apache-2.0
// tries: a duration on which the host's reader overflows
// expect: invalid
import { rule } from "sextant";
const Rule = rule({}).constructor;
export default new Rule({ id: "hostile", title: { en: "x" }, every: "1s".repeat(30000), needs: [] }, [], () => []);
