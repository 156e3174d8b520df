// SPDX-License-Identifier: Apache-2.0
// tries: to hold an alert for longer than time goes
// expect: invalid
import { rule } from "sextant";
const Rule = rule({}).constructor;
export default new Rule({ id: "hostile", title: { en: "x" }, every: "1m", fire: { for: "999999999w", clearBelow: 1e308 }, needs: [] }, [], () => []);
