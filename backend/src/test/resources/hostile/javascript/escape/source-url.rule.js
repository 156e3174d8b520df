// SPDX-License-Identifier: Apache-2.0
// tries: a name of a source that no file system takes, where places are looked up
// expect: failed
// says: thrown there
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const far = eval("(function () { throw new Error('thrown there'); })\n//# sourceURL=a\0b/" + "x".repeat(5000));
    far();
  },
});
