// SPDX-License-Identifier: Apache-2.0
// tries: problems that never end
// expect: invalid
import { rule } from "sextant";
const Rule = rule({}).constructor;
export default Object.create(Rule.prototype, { header: { value: {} }, problems: { value: new Proxy([], { get: (target, name) => (name === "length" ? 2 ** 32 - 1 : { message: "x".repeat(1e6), near: "y" }) }) } });
