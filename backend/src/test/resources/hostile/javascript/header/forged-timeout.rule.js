// SPDX-License-Identifier: Apache-2.0
// tries: a timeout of a year
// expect: invalid
// says: timeout
import { rule } from "sextant";
const Rule = rule({}).constructor;
export default new Rule({ id: "hostile", title: { en: "x" }, every: "1m", timeout: "365d", needs: [] }, [], () => []);
