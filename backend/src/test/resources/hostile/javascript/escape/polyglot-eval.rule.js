// SPDX-License-Identifier: Apache-2.0
// tries: another language of the runtime
// expect: failed
// says: Polyglot is not defined
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    Polyglot.eval("python", "__import__('os').system('id')");
  },
});
