// SPDX-License-Identifier: Apache-2.0
// tries: the runtime's own global
// expect: failed
// says: Graal is not defined
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(Graal.versionGraalVM, Graal.isGraalRuntime());
  },
});
