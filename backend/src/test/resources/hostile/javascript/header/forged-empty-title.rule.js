// SPDX-License-Identifier: Apache-2.0
// tries: a header without any title
// expect: completed | failed | invalid
import { rule } from "sextant";
const Rule = rule({}).constructor;
export default new Rule({ id: "hostile", title: {}, every: "1m", needs: [] }, [], () => []);
