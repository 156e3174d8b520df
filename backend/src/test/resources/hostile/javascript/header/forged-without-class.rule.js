// SPDX-License-Identifier: Apache-2.0
// tries: an object that claims to be a rule
// expect: invalid
import { rule } from "sextant";
const Rule = rule({}).constructor;
export default Object.create(Rule.prototype, { header: { value: { id: "hostile" } }, problems: { value: 7 }, evaluate: { value: 7 } });
