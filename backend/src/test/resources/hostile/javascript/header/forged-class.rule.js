// SPDX-License-Identifier: Apache-2.0
// tries: a header of the script's own making, past the SDK's checks
// expect: invalid
import { rule } from "sextant";
const Rule = rule({}).constructor;
export default new Rule({ id: "../../etc", every: "0s", timeout: "9999h", needs: [7], fire: { for: "1s".repeat(20000) } }, [], () => []);
