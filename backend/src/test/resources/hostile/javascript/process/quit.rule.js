// SPDX-License-Identifier: Apache-2.0
// tries: to end the process
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    quit();
  },
});
