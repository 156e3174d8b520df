// SPDX-License-Identifier: Apache-2.0
// tries: Java packages
// expect: failed
// says: Packages is not defined
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    Packages.java.lang.System.exit(1);
  },
});
