// SPDX-License-Identifier: Apache-2.0
// tries: problems of the wrong types
// expect: invalid
import { rule } from "sextant";
const Rule = rule({}).constructor;
export default Object.create(Rule.prototype, { header: { value: 7 }, problems: { value: [7, null, { message: 7, near: {} }, { message: "x", get near() { throw new Error("near"); } }] } });
