// SPDX-License-Identifier: Apache-2.0
// tries: a duration longer than numbers go
// expect: invalid
import { rule } from "sextant";
const Rule = rule({}).constructor;
export default new Rule({ id: "hostile", title: { en: "x" }, every: "999999999w".repeat(60), needs: [] }, [], () => []);
