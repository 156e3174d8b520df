// SPDX-License-Identifier: Apache-2.0
// tries: an evaluate that is another function every time it is read
// expect: completed | failed | invalid
import { rule } from "sextant";

let reads = 0;
export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  get evaluate() { return reads++ % 2 === 0 ? () => [] : { call: () => [{ labels: { a: "b" } }] }; },
});
